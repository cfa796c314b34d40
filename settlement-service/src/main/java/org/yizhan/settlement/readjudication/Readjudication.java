package org.yizhan.settlement.readjudication;

import java.util.Optional;
import org.yizhan.settlement.simulation.Order;
import org.yizhan.settlement.simulation.Simulation;

/**
 * @param preview what the law would change
 * @param adoption what it has changed so far; empty until it is approved
 */
public record Readjudication(Simulation preview, Order order, Optional<Simulation> adoption) {}
