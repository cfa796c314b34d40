package org.yizhan.settlement.settling;

import java.util.List;

/**
 * A batch, decided and written.
 *
 * @param answers to be published in this order
 * @param acknowledged to be run once the brokers have all of them: keeps the published settlements,
 *     so that a year need not carry their events any longer
 */
public record Round(List<Answer> answers, Runnable acknowledged) {}
