package org.yizhan.roster.change;

import org.yizhan.contracts.roster.RosterEvent.Identity;

/**
 * A number that was given up for another.
 *
 * @param key the change that said so first
 * @param into as it was first passed on; sealing again would give other bytes
 */
public record Merge(ChangeKey key, String duplicate, Identity into) {}
