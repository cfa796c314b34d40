package org.yizhan.roster.change;

/** A change id is unique per agency. */
public record ChangeKey(String agency, String changeId) {}
