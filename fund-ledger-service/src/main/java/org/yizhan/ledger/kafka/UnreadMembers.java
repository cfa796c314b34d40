package org.yizhan.ledger.kafka;

import java.util.List;
import java.util.Map;
import org.yizhan.contracts.Money;
import org.yizhan.contracts.settlement.Explanation;
import org.yizhan.contracts.settlement.Settlement.ParametersUsed;
import org.yizhan.contracts.settlement.Settlement.YearToDate;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The members of a settlement that the books have no use for: how a share was computed is most of
 * an event. The parser steps over them, and no text is made of them.
 */
final class UnreadMembers {

  private static final Explanation UNREAD =
      new Explanation(
          "unread",
          null,
          null,
          null,
          null,
          null,
          null,
          List.of(),
          Money.ZERO,
          null,
          null,
          null,
          null,
          List.of());

  private UnreadMembers() {}

  static JsonMapper passedOverBy(JsonMapper mapper) {
    var module =
        new SimpleModule("unread members")
            .addDeserializer(Explanation.class, new PassingOver<>(Explanation.class, UNREAD))
            .addDeserializer(
                YearToDate.class, new PassingOver<>(YearToDate.class, new YearToDate(0, Map.of())))
            .addDeserializer(
                ParametersUsed.class,
                new PassingOver<>(ParametersUsed.class, new ParametersUsed("", "", List.of())));
    return mapper.rebuild().addModule(module).build();
  }

  private static final class PassingOver<T> extends StdDeserializer<T> {

    private final T instead;

    PassingOver(Class<T> type, T instead) {
      super(type);
      this.instead = instead;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
      parser.skipChildren();
      return instead;
    }
  }
}
