package org.yizhan.local;

/**
 * Creates the missing topics and ends: the init step of a deployment. Environment: {@code
 * YIZHAN_KAFKA_BOOTSTRAP}, and {@code YIZHAN_TOPIC_REPLICATION} (number of copies) where it differs
 * from the catalogue's production value.
 */
final class TopicsMain {

  private TopicsMain() {}

  public static void main(String[] arguments) {
    var bootstrap = System.getenv("YIZHAN_KAFKA_BOOTSTRAP");
    if (bootstrap == null || bootstrap.isBlank()) {
      System.err.println("Set YIZHAN_KAFKA_BOOTSTRAP to the brokers, for example kafka:9092.");
      System.exit(2);
    }
    var catalogue = TopicCatalogue.load();
    var copies = System.getenv("YIZHAN_TOPIC_REPLICATION");
    var replication = copies == null ? catalogue.replication() : Short.parseShort(copies);
    catalogue.withReplication(replication).create(bootstrap);
    System.out.println("The topics are there: " + String.join(", ", catalogue.names()));
  }
}
