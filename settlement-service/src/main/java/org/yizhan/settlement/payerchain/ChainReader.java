package org.yizhan.settlement.payerchain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.parameter.BadParameterFile;
import org.yizhan.chassis.parameter.Dated;
import org.yizhan.chassis.parameter.Parameter;
import org.yizhan.chassis.parameter.ParameterLookup;
import org.yizhan.chassis.parameter.Unit;
import org.yizhan.contracts.EmploymentStatus;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.Payer;
import org.yizhan.contracts.Place;
import org.yizhan.contracts.Rate;
import org.yizhan.contracts.Scheme;
import org.yizhan.settlement.parameter.LawUnits;
import org.yizhan.settlement.parameter.Tier;
import org.yizhan.settlement.payerchain.CumulativeTierRule.Group;
import org.yizhan.settlement.payerchain.StayRule.Situation;
import org.yizhan.settlement.payerchain.StayRule.Terms;

/**
 * Builds a city's chains from its parameters: here, and only here, the names of parameters are
 * known.
 */
final class ChainReader {

  private static final List<Payer> OF_THE_REMAINDER =
      List.of(Payer.SUPPLEMENTARY, Payer.POVERTY, Payer.ASSISTANCE, Payer.SPECIAL_CARE);

  private final ParameterLookup parameters;

  ChainReader(String city, Map<String, Parameter<?>> parameters) {
    this.parameters = new ParameterLookup(city, parameters);
  }

  Map<Scheme, PayerChain> read() {
    var gate =
        new OffSiteGate(
            parameters.get("off-site/payers-that-need-a-filing", LawUnits.PAYERS),
            parameters.get("off-site/filed-stays-from", Unit.DATE),
            parameters.get("off-site/needs-open-function", Unit.YES_NO));
    var chains = new EnumMap<Scheme, PayerChain>(Scheme.class);
    for (var scheme : Scheme.values()) {
      var payers = parameters.get("chain/" + word(scheme), LawUnits.PAYERS);
      chains.put(scheme, new PayerChain(payers, stages(scheme), gate));
    }
    parameters.requireEverythingAsked();
    return chains;
  }

  private Map<Payer, Stage> stages(Scheme scheme) {
    var stages = new EnumMap<Payer, Stage>(Payer.class);
    stages.put(Payer.BASIC, basic(scheme));
    stages.put(Payer.CATASTROPHIC, catastrophic(scheme));
    for (var payer : OF_THE_REMAINDER) {
      stages.put(payer, remainder(word(payer)));
    }
    return stages;
  }

  private StayRule basic(Scheme scheme) {
    var folder = "basic/" + word(scheme);
    var terms = new HashMap<Situation, Terms>();
    if (scheme == Scheme.RESIDENT) {
      addTerms(terms, folder, folder, null);
    } else {
      for (var employment : EmploymentStatus.values()) {
        addTerms(terms, folder, folder + '/' + word(employment), employment);
      }
    }
    return new StayRule(terms, parameters.get(folder + "/cap", Unit.YUAN_OR_NONE));
  }

  private void addTerms(
      Map<Situation, Terms> terms,
      String folder,
      String ratios,
      @Nullable EmploymentStatus employment) {
    for (var place : Place.values()) {
      for (int level = 1; level <= 3; level++) {
        var where = place == Place.IN_CITY ? "/level-" + level : "/off-site";
        var deductible = parameters.get(folder + "/deductible" + where, Unit.YUAN);
        terms.put(
            new Situation(employment, place, level),
            new Terms(deductible, ratio(ratios, place, level)));
      }
    }
  }

  /** A ratio stands either once for a place or per hospital level. */
  private Dated<Rate> ratio(String folder, Place place, int level) {
    var name = folder + "/ratio/" + word(place);
    var forEveryLevel = parameters.find(name, Unit.RATIO);
    return forEveryLevel == null
        ? parameters.get(name + "/level-" + level, Unit.RATIO)
        : forEveryLevel;
  }

  private CumulativeTierRule catastrophic(Scheme scheme) {
    var folder = "catastrophic/" + word(scheme);
    var deductible = parameters.get(folder + "/general/deductible", Unit.YUAN);
    var groups = new ArrayList<Group>();
    for (var name : parameters.keysBelow(folder)) {
      if (!name.equals("general")) {
        groups.add(group(folder + '/' + name, name, deductible));
      }
    }
    var general = folder + "/general";
    return new CumulativeTierRule(
        parameters.get("catastrophic/base-excludes-deductible", Unit.YES_NO),
        new Group("general", null, deductible, tiers(general), cap(general)),
        groups);
  }

  private Group group(String folder, String name, Dated<Money> generalDeductible) {
    var share = parameters.get(folder + "/deductible-share", Unit.RATIO);
    var deductible =
        Dated.derived(
            generalDeductible.name().replace("/general/", '/' + name + '/'),
            generalDeductible,
            share,
            (general, ratio) -> Product.of(general, ratio).roundedHalfUp(),
            Money::toString);
    var categories = parameters.get(folder + "/categories", LawUnits.CATEGORIES);
    return new Group(name, categories, deductible, tiers(folder), cap(folder));
  }

  private Dated<List<Tier>> tiers(String folder) {
    return parameters.get(folder + "/tiers", LawUnits.TIERS);
  }

  private Dated<Optional<Money>> cap(String folder) {
    return parameters.get(folder + "/cap", Unit.YUAN_OR_NONE);
  }

  private RemainderRule remainder(String folder) {
    return new RemainderRule(
        parameters.get(folder + "/deductible", Unit.YUAN),
        entitlement(folder),
        parameters.find(folder + "/insurer", Unit.TEXT));
  }

  /**
   * By category when the file names any, else for everybody: a payer whose categories are missing
   * must not be taken for one that pays nobody, so its ratio is looked for and found missing.
   */
  private Entitlement entitlement(String folder) {
    var cells = new HashMap<String, Entitlement.ByMark.Cell>();
    for (var group : parameters.keysBelow(folder)) {
      for (var category : parameters.keysBelow(folder + '/' + group + "/ratio")) {
        if (cells.put(category, cell(folder, group, category)) != null) {
          throw new BadParameterFile(
              parameters.city() + '/' + folder + ".yaml", category + " stands in two groups");
        }
      }
    }
    return cells.isEmpty()
        ? new Entitlement.Everybody(parameters.get(folder + "/ratio", Unit.RATIO), cap(folder))
        : new Entitlement.ByMark(cells, parameters.find(folder + "/own-standard", Unit.YES_NO));
  }

  private Entitlement.ByMark.Cell cell(String folder, String group, String category) {
    var path = folder + '/' + group;
    return new Entitlement.ByMark.Cell(
        group, parameters.get(path + "/ratio/" + category, Unit.RATIO), cap(path));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
