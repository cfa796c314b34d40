package org.yizhan.chassis.mongo;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The offsets that this process wrote last, so that it need not read them again. They may be out of
 * date when another consumer took the partition over; the guard of the next write finds that out.
 */
final class AppliedOffsets {

  private static final int REMEMBERED_MAX = 50_000;

  private final Map<String, Long> offsets =
      new LinkedHashMap<>(1_024, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > REMEMBERED_MAX;
        }
      };

  synchronized Map<String, Long> of(Collection<String> ids) {
    var found = new HashMap<String, Long>();
    for (var id : ids) {
      var offset = offsets.get(id);
      if (offset != null) {
        found.put(id, offset);
      }
    }
    return found;
  }

  /** A smaller offset than the one remembered is an old batch that came again. */
  synchronized void advance(String id, long offset) {
    offsets.merge(id, offset, Math::max);
  }

  synchronized void forget(Collection<String> ids) {
    ids.forEach(offsets::remove);
  }
}
