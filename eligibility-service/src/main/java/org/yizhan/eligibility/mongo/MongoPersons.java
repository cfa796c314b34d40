package org.yizhan.eligibility.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.yizhan.chassis.mongo.BulkWrites;
import org.yizhan.eligibility.person.Person;
import org.yizhan.eligibility.person.Persons;

/**
 * Collection {@code persons}: one document per person number. A write adds changes and moves the
 * version, guarded by it; {@code mergedInto} is absent until the number was given up.
 */
public final class MongoPersons implements Persons {

  private static final String COLLECTION = "persons";
  private static final String VERSION = "version";
  private static final String CHANGES = "changes";
  private static final String MERGED_INTO = "mergedInto";

  private final MongoCollection<Document> persons;
  private final ChangeDocuments documents;

  public MongoPersons(MongoDatabase database, ZoneId zone) {
    this.persons = database.getCollection(COLLECTION);
    this.documents = new ChangeDocuments(zone);
  }

  @Override
  public Optional<Person> find(String number) {
    return Optional.ofNullable(persons.find(eq("_id", number)).first()).map(this::read);
  }

  @Override
  public Optional<Heading> headingOf(String number) {
    var found = persons.find(eq("_id", number)).projection(include(VERSION, MERGED_INTO)).first();
    return Optional.ofNullable(found)
        .map(one -> new Heading(one.getLong(VERSION), one.getString(MERGED_INTO)));
  }

  @Override
  public Map<String, Person> load(Collection<String> numbers) {
    var found = new HashMap<String, Person>();
    if (!numbers.isEmpty()) {
      for (var document : persons.find(in("_id", numbers))) {
        found.put(document.getString("_id"), read(document));
      }
    }
    return found;
  }

  @Override
  public List<Person> page(String after, int limit) {
    return persons
        .find(gt("_id", after))
        .sort(ascending("_id"))
        .limit(limit)
        .map(this::read)
        .into(new ArrayList<>());
  }

  @Override
  public void store(List<Step> steps) {
    if (steps.isEmpty()) {
      return;
    }
    var result = BulkWrites.ignoringDuplicates(persons, steps.stream().map(this::write).toList());
    if (result < steps.size()) {
      throw new ChangedMeanwhile(
          (steps.size() - result) + " of " + steps.size() + " persons have moved on");
    }
  }

  private WriteModel<Document> write(Step step) {
    var number = step.after().number();
    var version = step.after().version();
    var heading = new Document(VERSION, version);
    if (step.after().mergedInto() instanceof String survivor) {
      heading.append(MERGED_INTO, survivor);
    }
    var added = step.added().stream().map(documents::write).toList();
    if (step.versionBefore() == 0) {
      heading.append(CHANGES, added).append("_id", number);
      return new InsertOneModel<>(heading);
    }
    return new UpdateOneModel<>(
        and(eq("_id", number), eq(VERSION, step.versionBefore())),
        Updates.combine(new Document("$set", heading), Updates.pushEach(CHANGES, added)));
  }

  private Person read(Document document) {
    var changes = document.getList(CHANGES, Document.class).stream().map(documents::read).toList();
    return new Person(document.getString("_id"), changes);
  }
}
