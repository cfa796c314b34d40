package org.yizhan.suite.replay;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.yizhan.chassis.kafka.Batch;
import org.yizhan.chassis.kafka.Inbound;
import org.yizhan.contracts.agency.ReferenceEvent;
import org.yizhan.settlement.coverage.Hospital;
import org.yizhan.settlement.coverage.Hospital.Designation;
import org.yizhan.settlement.kafka.ReferenceMessages;
import org.yizhan.settlement.settling.ReferenceData;

/**
 * Every state that hospitals and off-site functions ever had, made by settlement's own handler: the
 * last is what it keeps, an earlier one is what a discharge was decided by.
 */
final class ReferenceHistory implements ReferenceData {

  private final Map<String, List<State<NamedHospital>>> hospitals = new LinkedHashMap<>();
  private final Map<String, List<State<FunctionState>>> functions = new LinkedHashMap<>();
  private final ReferenceMessages handler = new ReferenceMessages(this);
  private OffsetDateTime hearing = OffsetDateTime.MIN;

  /**
   * @param since when the brokers took the record that says it
   */
  private record State<S>(OffsetDateTime since, S state) {}

  void hear(Inbound<ReferenceEvent> said) {
    hearing = said.appendedAt();
    handler.handle(new Batch<>(List.of(said)));
  }

  /** The states that a hospital had, first the one that it most likely had at that time. */
  List<Hospital> hospitalsAt(String code, OffsetDateTime time) {
    return likeliestFirst(hospitals.getOrDefault(code, List.of()), time).stream()
        .map(NamedHospital::hospital)
        .toList();
  }

  /** Likewise whether a city's function was open; before anybody said so it was not. */
  List<Boolean> openAt(String city, OffsetDateTime time) {
    var told = likeliestFirst(functions.getOrDefault(city, List.of()), time);
    var states = new ArrayList<>(told.stream().map(FunctionState::open).toList());
    boolean untold =
        functions.getOrDefault(city, List.of()).stream().allMatch(s -> s.since().isAfter(time));
    states.add(untold ? 0 : states.size(), false);
    return states.stream().distinct().toList();
  }

  private static <S> List<S> likeliestFirst(List<State<S>> states, OffsetDateTime time) {
    var ordered = new ArrayList<S>();
    for (var state : states.reversed()) {
      if (!state.since().isAfter(time)) {
        ordered.add(state.state());
      }
    }
    for (var later : states) {
      if (later.since().isAfter(time)) {
        ordered.add(later.state());
      }
    }
    return ordered;
  }

  List<Document> hospitalDocuments() {
    return hospitals.entrySet().stream()
        .map(one -> document(one.getKey(), one.getValue().getLast().state()))
        .toList();
  }

  private static Document document(String code, NamedHospital hospital) {
    var designations =
        hospital.hospital().designations().stream().map(ReferenceHistory::document).toList();
    return new Document("_id", code)
        .append("name", hospital.name())
        .append("designations", designations);
  }

  private static Document document(Designation designation) {
    var to = designation.to();
    return new Document("from", designation.from().toString())
        .append("to", to == null ? null : to.toString())
        .append("level", designation.level())
        .append("division", designation.division());
  }

  List<Document> functionDocuments() {
    return functions.values().stream()
        .map(states -> states.getLast().state())
        .map(
            state ->
                new Document("_id", state.city())
                    .append("open", state.open())
                    .append("reason", state.reason())
                    .append("at", state.at()))
        .toList();
  }

  @Override
  public void register(String hospitalCode, String name, Designation designation) {
    var designations = new ArrayList<Designation>();
    hospital(hospitalCode).ifPresent(known -> designations.addAll(known.hospital().designations()));
    designations.removeIf(other -> other.from().equals(designation.from()));
    designations.add(designation);
    var hospital = new NamedHospital(name, new Hospital(hospitalCode, designations));
    hospitals
        .computeIfAbsent(hospitalCode, _ -> new ArrayList<>())
        .add(new State<>(hearing, hospital));
  }

  @Override
  public void keepFunction(FunctionState state) {
    functions
        .computeIfAbsent(state.city(), _ -> new ArrayList<>())
        .add(new State<>(hearing, state));
  }

  @Override
  public Optional<NamedHospital> hospital(String code) {
    return Optional.ofNullable(last(hospitals.get(code)));
  }

  private static <S> @Nullable S last(@Nullable List<State<S>> states) {
    return states == null ? null : states.getLast().state();
  }

  @Override
  public Map<String, Hospital> hospitals(Collection<String> codes) {
    var found = new HashMap<String, Hospital>();
    codes.forEach(code -> hospital(code).ifPresent(one -> found.put(code, one.hospital())));
    return found;
  }

  @Override
  public Set<String> citiesWithOpenFunction() {
    return functions.values().stream()
        .map(states -> states.getLast().state())
        .filter(FunctionState::open)
        .map(FunctionState::city)
        .collect(Collectors.toSet());
  }
}
