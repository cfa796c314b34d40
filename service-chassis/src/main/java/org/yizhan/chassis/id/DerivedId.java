package org.yizhan.chassis.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.util.UUID;

/**
 * Ids of derived facts are computed from their cause (UUIDv5), so that "the same again" and "the
 * same id, other content" can be told apart wherever the fact turns up.
 */
public final class DerivedId {

  /** The name space of this suite; changing it would rename every fact. */
  private static final UUID NAMESPACE = UUID.fromString("6e1e4b52-6a0c-5f3b-9f0e-0a5d0c1f2b77");

  private static final ThreadLocal<NameBasedGenerator> GENERATOR =
      ThreadLocal.withInitial(() -> Generators.nameBasedGenerator(NAMESPACE));

  private DerivedId() {}

  /**
   * @param purpose what the id is for, for example {@code memo-entry}
   * @param cause the parts that make the cause, in a fixed order; each is length-prefixed, so that
   *     parts cannot run into each other
   */
  public static UUID of(String purpose, Object... cause) {
    var name = new StringBuilder(purpose);
    for (var part : cause) {
      var text = String.valueOf(part);
      name.append('/').append(text.length()).append(':').append(text);
    }
    return GENERATOR.get().generate(name.toString());
  }
}
