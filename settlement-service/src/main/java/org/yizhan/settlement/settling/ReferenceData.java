package org.yizhan.settlement.settling;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yizhan.settlement.coverage.Hospital;
import org.yizhan.settlement.coverage.Hospital.Designation;

/** What operators said of the world: hospitals and the off-site function of each city (H19). */
public interface ReferenceData {

  Map<String, Hospital> hospitals(Collection<String> codes);

  /** Adds a designation; one with the same first day is replaced. */
  void register(String hospitalCode, String name, Designation designation);

  Optional<NamedHospital> hospital(String code);

  /** The cities whose off-site function is open now. */
  Set<String> citiesWithOpenFunction();

  void keepFunction(FunctionState state);

  record NamedHospital(String name, Hospital hospital) {}

  /**
   * @param at when the function changed, as the operator said it
   */
  record FunctionState(String city, boolean open, String reason, String at) {}
}
