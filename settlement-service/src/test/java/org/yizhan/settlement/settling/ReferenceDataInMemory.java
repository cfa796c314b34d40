package org.yizhan.settlement.settling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yizhan.settlement.coverage.Hospital;
import org.yizhan.settlement.coverage.Hospital.Designation;

final class ReferenceDataInMemory implements ReferenceData {

  private final Map<String, NamedHospital> hospitals = new HashMap<>();
  private final Map<String, FunctionState> functions = new HashMap<>();

  @Override
  public Map<String, Hospital> hospitals(Collection<String> codes) {
    return codes.stream()
        .flatMap(code -> hospital(code).stream())
        .map(NamedHospital::hospital)
        .collect(Collectors.toMap(Hospital::code, found -> found, (one, same) -> one));
  }

  @Override
  public void register(String hospitalCode, String name, Designation designation) {
    var designations = new ArrayList<Designation>();
    hospital(hospitalCode).ifPresent(was -> designations.addAll(was.hospital().designations()));
    designations.removeIf(other -> other.from().equals(designation.from()));
    designations.add(designation);
    hospitals.put(hospitalCode, new NamedHospital(name, new Hospital(hospitalCode, designations)));
  }

  @Override
  public Optional<NamedHospital> hospital(String code) {
    return Optional.ofNullable(hospitals.get(code));
  }

  @Override
  public Set<String> citiesWithOpenFunction() {
    return functions.values().stream()
        .filter(FunctionState::open)
        .map(FunctionState::city)
        .collect(Collectors.toSet());
  }

  @Override
  public void keepFunction(FunctionState state) {
    functions.put(state.city(), state);
  }
}
