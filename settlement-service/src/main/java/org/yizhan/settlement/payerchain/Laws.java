package org.yizhan.settlement.payerchain;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.yizhan.chassis.parameter.BadParameterFile;
import org.yizhan.chassis.parameter.ParameterSet;
import org.yizhan.contracts.Scheme;

/** The law of every city, compiled once from its parameters and only read afterwards. */
public final class Laws {

  private final ParameterSet parameters;
  private final Map<String, Map<Scheme, PayerChain>> chains = new LinkedHashMap<>();

  private Laws(ParameterSet parameters) {
    this.parameters = parameters;
  }

  /**
   * @throws BadParameterFile when a parameter has another unit than its rule needs, or no rule
   *     reads it
   */
  public static Laws of(ParameterSet parameters) {
    var laws = new Laws(parameters);
    parameters
        .cities()
        .forEach(
            (city, values) ->
                laws.chains.put(city, new EnumMap<>(new ChainReader(city, values).read())));
    return laws;
  }

  /**
   * These laws with files of parameters replaced or added, as an overlay directory would do it.
   *
   * @param drafts texts by relative path, for example {@code 441600/assistance.yaml}
   * @throws BadParameterFile when a file breaks a rule; the text names file, key and date
   */
  public Laws with(Map<String, String> drafts) {
    return of(parameters.with(drafts));
  }

  /** By scheme; empty when there is no law for the city. */
  public Map<Scheme, PayerChain> chainsOf(String city) {
    return Collections.unmodifiableMap(chains.getOrDefault(city, Map.of()));
  }

  /** Empty when there is no law for the city. */
  public Optional<PayerChain> chain(String city, Scheme scheme) {
    return Optional.ofNullable(chains.get(city)).map(schemes -> schemes.get(scheme));
  }

  public String version() {
    return parameters.version();
  }

  public String hash() {
    return parameters.hash();
  }

  /** What these laws were read from. */
  public ParameterSet parameters() {
    return parameters;
  }

  /** The parameters for which nothing is published, to be said at start-up. */
  public SortedSet<String> illustrative() {
    return parameters.illustrative();
  }
}
