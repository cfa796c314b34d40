package org.yizhan.ledger.province;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The fake passes {@link ProvinceContract} as the adapter does. */
final class ProvinceInMemory implements Province {

  private final Map<PaidUp, Receipt> receipts = new HashMap<>();
  private final Map<UUID, Reply> decided = new HashMap<>();
  final Map<UUID, Application> taken = new LinkedHashMap<>();
  private boolean answers = true;
  private boolean losesTheNextAnswer;

  void has(PaidUp paidUp, Receipt receipt) {
    receipts.put(paidUp, receipt);
  }

  void decides(UUID application, Reply reply) {
    decided.put(application, reply);
  }

  void answers(boolean whether) {
    answers = whether;
  }

  /** The next application is taken, and nobody hears of it. */
  void losesTheNextAnswer() {
    losesTheNextAnswer = true;
  }

  @Override
  public Receipt receiptOf(PaidUp paidUp) {
    requireAnswering();
    return receipts.getOrDefault(paidUp, new Receipt.Unknown());
  }

  @Override
  public Reply apply(Application application) {
    requireAnswering();
    if (!taken.containsKey(application.id())) {
      taken.put(application.id(), application);
      if (losesTheNextAnswer) {
        losesTheNextAnswer = false;
        throw new ProvinceFailure("lost", new IllegalStateException());
      }
    }
    return decided.getOrDefault(application.id(), new Reply.Pending());
  }

  private void requireAnswering() {
    if (!answers) {
      throw new ProvinceFailure("silent", new IllegalStateException());
    }
  }
}
