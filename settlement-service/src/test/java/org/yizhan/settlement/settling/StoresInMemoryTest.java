package org.yizhan.settlement.settling;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.yizhan.settlement.reimbursement.LateFindings;
import org.yizhan.settlement.reimbursement.LateFindingsContract;
import org.yizhan.settlement.reimbursement.LateFindingsInMemory;
import org.yizhan.settlement.reimbursement.ReimbursementCases;

@DisplayName("The fakes do what the stores do")
class StoresInMemoryTest {

  @Nested
  class Years extends BenefitYearsContract {
    @Override
    protected BenefitYears empty() {
      return new BenefitYearsInMemory(EachWrite.UNNOTICED);
    }
  }

  @Nested
  class EncountersOfHospitals extends EncountersContract {
    @Override
    protected Encounters empty() {
      return new EncountersInMemory(EachWrite.UNNOTICED);
    }
  }

  @Nested
  class CopiesOfCoverages extends CoveragesContract {
    @Override
    protected Coverages empty() {
      return new CoveragesInMemory(EachWrite.UNNOTICED);
    }
  }

  @Nested
  class PublishedSettlements extends SettlementsContract {
    @Override
    protected Settlements empty() {
      return new SettlementsInMemory(EachWrite.UNNOTICED);
    }
  }

  @Nested
  class PublishedRevisions extends RevisionsContract {
    @Override
    protected Revisions empty() {
      return new RevisionsInMemory(EachWrite.UNNOTICED);
    }
  }

  @Nested
  class Reference extends ReferenceDataContract {
    @Override
    protected ReferenceData empty() {
      return new ReferenceDataInMemory();
    }
  }

  @Nested
  class WhatIsToBeRecovered extends RecoveriesContract {
    @Override
    protected Recoveries empty() {
      return new RecoveriesInMemory(EachWrite.UNNOTICED);
    }
  }

  @Nested
  class WhatBecameKnownLate extends LateFindingsContract {
    @Override
    protected LateFindings empty() {
      return new LateFindingsInMemory();
    }
  }

  @Nested
  class Cases extends ReimbursementCasesContract {
    @Override
    protected ReimbursementCases empty() {
      return new ReimbursementCasesInMemory(EachWrite.UNNOTICED);
    }
  }
}
