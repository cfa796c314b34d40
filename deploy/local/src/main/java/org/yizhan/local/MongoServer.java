package org.yizhan.local;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSocketException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * A real {@code mongod} as a replica set of one, in a process of its own, with a durable data
 * folder.
 */
final class MongoServer {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
  private static final String REPLICA_SET = "yizhan";
  private static final int ALREADY_INITIALIZED = 23;

  private final EngineSettings settings;
  private final String host;

  private MongoServer(EngineSettings settings) {
    this.settings = settings;
    this.host = "127.0.0.1:" + settings.mongoPort();
  }

  static Engine start(EngineSettings settings, MongodBinary binary) {
    var server = new MongoServer(settings);
    var child = Child.start(server.spec(binary.path()));
    child.awaitHealthy(() -> Ports.answers(settings.mongoPort()), PATIENCE);
    child.awaitHealthy(server::isInitiated, PATIENCE);
    child.awaitHealthy(server::isWritable, PATIENCE);
    return new Engine(
        "mongodb://" + server.host + "/?replicaSet=" + REPLICA_SET,
        "MongoDB: " + binary.reason() + ", as a local process",
        child,
        () -> child.stop(STOP_PATIENCE));
  }

  private Child.Spec spec(Path mongod) {
    var data = settings.dataDir().resolve("mongodb");
    try {
      Files.createDirectories(data);
    } catch (IOException unwritable) {
      throw new UncheckedIOException("cannot write to " + data, unwritable);
    }
    var command =
        List.of(
            mongod.toString(),
            "--bind_ip",
            "127.0.0.1",
            "--port",
            Integer.toString(settings.mongoPort()),
            "--dbpath",
            data.toString(),
            "--replSet",
            REPLICA_SET,
            "--wiredTigerCacheSizeGB",
            "0.5",
            "--oplogSize",
            "128",
            "--nounixsocket",
            "--quiet",
            // Dirty pages wait for the next checkpoint instead of being written again and again;
            // what
            // is acknowledged is in the journal all the same.
            "--wiredTigerEngineConfigString",
            "eviction_dirty_target=50,eviction_dirty_trigger=70,eviction_updates_target=40,eviction_updates_trigger=60",
            "--setParameter",
            "diagnosticDataCollectionEnabled=false",
            // Nobody reads as of a past time, and five minutes of every total's past are costly.
            "--setParameter",
            "minSnapshotHistoryWindowInSeconds=0");
    return new Child.Spec("mongod", command, Map.of(), settings.logs().resolve("mongod.log"));
  }

  /** A server that was killed closes connections once more while it recovers. */
  private boolean isInitiated() {
    try {
      initiate();
      return true;
    } catch (MongoSocketException notYet) {
      return false;
    }
  }

  /**
   * Makes it a replica set of one. The connection is used for this only: one made before the set
   * exists may go on saying that it has no sessions.
   */
  private void initiate() {
    try (var client = MongoClients.create("mongodb://" + host + "/?directConnection=true")) {
      var admin = client.getDatabase("admin");
      var members = List.of(new Document("_id", 0).append("host", host));
      var config = new Document("_id", REPLICA_SET).append("members", members);
      try {
        admin.runCommand(new Document("replSetInitiate", config));
      } catch (MongoCommandException refused) {
        if (refused.getErrorCode() != ALREADY_INITIALIZED) {
          throw refused;
        }
        moveToThisPort(admin);
      }
    }
  }

  /**
   * The set remembers the address it was initiated with; on another port it would not know itself.
   */
  private void moveToThisPort(MongoDatabase admin) {
    var config =
        admin.runCommand(new Document("replSetGetConfig", 1)).get("config", Document.class);
    var member = config.getList("members", Document.class).getFirst();
    if (!host.equals(member.getString("host"))) {
      member.put("host", host);
      config.put("version", config.getInteger("version") + 1);
      admin.runCommand(new Document("replSetReconfig", config).append("force", true));
    }
  }

  private boolean isWritable() {
    try (var client = MongoClients.create("mongodb://" + host + "/?directConnection=true")) {
      var hello = client.getDatabase("admin").runCommand(new Document("hello", 1));
      return hello.getBoolean("isWritablePrimary", false);
    } catch (MongoException notYet) {
      return false;
    }
  }
}
