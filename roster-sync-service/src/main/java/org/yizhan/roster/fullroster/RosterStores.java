package org.yizhan.roster.fullroster;

import org.yizhan.roster.change.Merges;

/** What full rosters are received into and judged by. */
public record RosterStores(Rosters rosters, RosterEntries entries, Merges merges) {}
