package org.yizhan.suite.city;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.yizhan.chassis.id.DerivedId;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Topics;
import org.yizhan.contracts.agency.AgencyMessage.EnrolmentChanged;
import org.yizhan.contracts.agency.AgencyMessage.OffSiteFilingChanged;
import org.yizhan.contracts.agency.AgencyMessage.PersonsMerged;
import org.yizhan.contracts.agency.AgencyMessage.RosterChange;
import org.yizhan.contracts.agency.ReferenceEvent.HospitalRegistered;
import org.yizhan.contracts.agency.ReferenceEvent.OffSiteFunctionChanged;
import org.yizhan.contracts.fund.Asked;
import org.yizhan.contracts.fund.FundCommand;
import org.yizhan.contracts.fund.FundCommand.ReceiveIncome;
import org.yizhan.contracts.fund.FundCommand.Source;

/** What the agencies and operators of a city publish about it. */
public final class Posts {

  private static final Money BUDGET = Money.of("100000000.00");
  private static final OffsetDateTime BUDGET_DAY =
      OffsetDateTime.parse("2019-07-01T09:00:00+08:00");

  private Posts() {}

  /** The hospitals, Heyuan's off-site function opened (H19), and money in the funds. */
  public static List<Post> aboutTheWorld(List<Hospital> hospitals) {
    var posts = new ArrayList<Post>();
    for (var hospital : hospitals) {
      posts.add(about(hospital));
    }
    var opened =
        new OffSiteFunctionChanged(
            City.HEYUAN,
            "OPEN",
            "the province confirmed the prepayment",
            "2019-10-01T00:00:00+08:00");
    posts.add(Post.of(Topics.OFF_SITE_FUNCTIONS, City.HEYUAN, "function-" + City.HEYUAN, opened));
    posts.addAll(income());
    return posts;
  }

  /** Budget for every fund that pays out of its fiscal account; nothing is overdrawn (H15, H16). */
  private static List<Post> income() {
    var posts = new ArrayList<Post>();
    for (var city : List.of(City.HEYUAN, City.WENZHOU)) {
      for (var fund : List.of(Payer.ASSISTANCE, Payer.BASIC, Payer.CATASTROPHIC)) {
        var key = FundCommand.keyOf(city, fund);
        var asked = new Asked(DerivedId.of("suite-income", key), city, fund, "finance", BUDGET_DAY);
        var body =
            new ReceiveIncome(asked, Source.BUDGET, null, BUDGET, "simulated budget of " + city);
        posts.add(Post.of(Topics.FUND_COMMANDS, key, asked.commandId().toString(), body));
      }
    }
    return posts;
  }

  private static Post about(Hospital hospital) {
    var body =
        new HospitalRegistered(
            hospital.code(),
            "模拟医院" + hospital.code(),
            hospital.level(),
            hospital.division(),
            Hospital.DESIGNATED_SINCE,
            null);
    return Post.of(Topics.HOSPITALS, hospital.code(), "registered-" + hospital.code(), body);
  }

  /** Enrolment, marks and filings of one person, each with its changeId. */
  public static List<Post> about(Citizen citizen) {
    var posts = new ArrayList<Post>();
    posts.add(enrolment(citizen));
    citizen.marks().forEach(mark -> posts.add(joined(citizen, mark)));
    citizen.filings().forEach(filing -> posts.add(filed(citizen, filing)));
    return posts;
  }

  public static Post enrolment(Citizen citizen) {
    var id = citizen.label() + "-enrolment";
    var body =
        new EnrolmentChanged(
            id,
            citizen.idNumber(),
            citizen.name(),
            citizen.city(),
            citizen.county(),
            citizen.scheme(),
            citizen.status(),
            "2019-01-01",
            null);
    return Post.of(Topics.ENROLMENT_CHANGES, citizen.label(), id, body);
  }

  public static Post joined(Citizen citizen, Citizen.Mark mark) {
    return said("JOINED", citizen, mark, citizen.label() + "-" + mark.category());
  }

  /** The mark never was. */
  public static Post takenBack(Citizen citizen, Citizen.Mark mark) {
    return said("LEFT", citizen, mark, citizen.label() + "-not-" + mark.category());
  }

  private static Post said(String kind, Citizen citizen, Citizen.Mark mark, String id) {
    var body =
        new RosterChange(
            id,
            kind,
            citizen.idNumber(),
            citizen.name(),
            citizen.county(),
            mark.category().name(),
            mark.from(),
            null,
            "模拟〔2019〕1号",
            null);
    var topic = Topics.ROSTER_CHANGES_PREFIX + mark.category().agency();
    return Post.of(topic, citizen.label(), id, body);
  }

  /** One human under two IDs: the duplicate's is given up. */
  public static Post merged(Citizen stays, Citizen duplicate) {
    var id = duplicate.label() + "-merged";
    var body = new PersonsMerged(id, stays.idNumber(), duplicate.idNumber(), "模拟〔2019〕2号");
    return Post.of(Topics.ENROLMENT_CHANGES, duplicate.label(), id, body);
  }

  private static Post filed(Citizen citizen, Citizen.Filing filing) {
    var id = citizen.label() + "-filing-" + filing.destination();
    var body =
        new OffSiteFilingChanged(id, citizen.idNumber(), filing.from(), null, filing.destination());
    return Post.of(Topics.FILING_CHANGES, citizen.label(), id, body);
  }
}
