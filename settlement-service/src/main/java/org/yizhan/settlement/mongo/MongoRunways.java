package org.yizhan.settlement.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.yizhan.contracts.ledger.LedgerEvent.RunwayForecast;
import org.yizhan.settlement.simulation.Runways;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code runways: {_id: "441600/ASSISTANCE/IN_CITY", city, month, forecast: "its JSON"}}. One
 * consumer writes all of a fund, so read-change-write is safe.
 */
public final class MongoRunways implements Runways {

  private final MongoCollection<Document> runways;
  private final JsonMapper mapper;

  public MongoRunways(MongoDatabase database, JsonMapper mapper) {
    this.runways = database.getCollection("runways");
    this.mapper = mapper;
  }

  @Override
  public List<RunwayForecast> of(String city) {
    return runways
        .find(eq("city", city))
        .sort(Sorts.ascending("_id"))
        .map(found -> mapper.readValue(found.getString("forecast"), RunwayForecast.class))
        .into(new ArrayList<>());
  }

  @Override
  public void keep(List<RunwayForecast> forecasts) {
    for (var forecast : forecasts) {
      var id = "%s/%s/%s".formatted(forecast.city(), forecast.fund(), forecast.kind());
      var month = forecast.month().toString();
      var known = runways.find(eq("_id", id)).first();
      if (known == null || known.getString("month").compareTo(month) <= 0) {
        runways.replaceOne(
            eq("_id", id),
            new Document("_id", id)
                .append("city", forecast.city())
                .append("month", month)
                .append("forecast", mapper.writeValueAsString(forecast)),
            new ReplaceOptions().upsert(true));
      }
    }
  }
}
