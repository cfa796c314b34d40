package org.yizhan.roster.change;

import org.jspecify.annotations.Nullable;

/**
 * A person without anything that can be read.
 *
 * @param maskedId the only readable form of the citizen ID
 * @param sealedId the citizen ID, encrypted; sealedName likewise
 */
public record SealedPerson(String maskedId, String sealedId, @Nullable String sealedName) {}
