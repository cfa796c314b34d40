package org.yizhan.settlement.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.yizhan.local.Engines;
import org.yizhan.settlement.reimbursement.LateFindings;
import org.yizhan.settlement.reimbursement.LateFindingsContract;
import org.yizhan.settlement.reimbursement.ReimbursementCases;
import org.yizhan.settlement.settling.BenefitYears;
import org.yizhan.settlement.settling.BenefitYearsContract;
import org.yizhan.settlement.settling.Coverages;
import org.yizhan.settlement.settling.CoveragesContract;
import org.yizhan.settlement.settling.Encounters;
import org.yizhan.settlement.settling.EncountersContract;
import org.yizhan.settlement.settling.Recoveries;
import org.yizhan.settlement.settling.RecoveriesContract;
import org.yizhan.settlement.settling.ReferenceData;
import org.yizhan.settlement.settling.ReferenceDataContract;
import org.yizhan.settlement.settling.ReimbursementCasesContract;
import org.yizhan.settlement.settling.Revisions;
import org.yizhan.settlement.settling.RevisionsContract;
import org.yizhan.settlement.settling.Settlements;
import org.yizhan.settlement.settling.SettlementsContract;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

class MongoStoresIT {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE).build();

  private static MongoClient client;

  @BeforeAll
  static void connect() {
    client = MongoClients.create(Engines.forTests().mongoUri());
  }

  @AfterAll
  static void disconnect() {
    client.close();
  }

  private static MongoDatabase emptyDatabase() {
    var database = client.getDatabase("settlement-stores-it");
    database.drop();
    return database;
  }

  @Nested
  class Years extends BenefitYearsContract {
    @Override
    protected BenefitYears empty() {
      return new MongoBenefitYears(emptyDatabase(), JSON);
    }
  }

  @Nested
  class EncountersOfHospitals extends EncountersContract {
    @Override
    protected Encounters empty() {
      return new MongoEncounters(emptyDatabase());
    }
  }

  @Nested
  class CopiesOfCoverages extends CoveragesContract {
    @Override
    protected Coverages empty() {
      return new MongoCoverages(emptyDatabase(), JSON, ZoneId.of("Asia/Shanghai"));
    }
  }

  @Nested
  class PublishedSettlements extends SettlementsContract {
    @Override
    protected Settlements empty() {
      return new MongoSettlements(emptyDatabase(), JSON);
    }
  }

  @Nested
  class PublishedRevisions extends RevisionsContract {
    @Override
    protected Revisions empty() {
      return new MongoRevisions(emptyDatabase(), JSON);
    }
  }

  @Nested
  class Reference extends ReferenceDataContract {
    @Override
    protected ReferenceData empty() {
      return new MongoReferenceData(emptyDatabase());
    }
  }

  @Nested
  class WhatIsToBeRecovered extends RecoveriesContract {
    @Override
    protected Recoveries empty() {
      return new MongoRecoveries(emptyDatabase(), JSON);
    }
  }

  @Nested
  class WhatBecameKnownLate extends LateFindingsContract {
    @Override
    protected LateFindings empty() {
      return new MongoLateFindings(emptyDatabase());
    }
  }

  @Nested
  class Cases extends ReimbursementCasesContract {
    @Override
    protected ReimbursementCases empty() {
      return new MongoReimbursementCases(emptyDatabase(), JSON);
    }
  }
}
