package org.yizhan.settlement.simulation;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What is asked.
 *
 * @param city six digits
 * @param overlay the trial parameters: texts by relative path, as they would be put into the
 *     overlay directory
 * @param hashInForce of the parameters in force when it was asked
 * @param hashOnTrial of the parameters with the overlay
 * @param order null when nothing but the answer is wanted
 */
public record Question(
    String city,
    Period period,
    SortedMap<String, String> overlay,
    String hashInForce,
    String hashOnTrial,
    @Nullable Order order) {}
