package org.yizhan.chassis.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.yizhan.local.Engines;

class StoreConfigurationIT {

  @Test
  void noConnectionStringCanWeakenTheWrites() {
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(MongoAutoConfiguration.class, StoreConfiguration.class))
        .withPropertyValues(
            "spring.application.name=some-service",
            "spring.mongodb.uri="
                + Engines.forTests().mongoUri()
                + "&w=0&journal=false&readConcernLevel=local")
        .run(
            found -> {
              var database = found.getBean(MongoDatabase.class);
              assertThat(database.getName()).isEqualTo("some-service");
              assertThat(database.getWriteConcern().getWString()).isEqualTo("majority");
              assertThat(database.getWriteConcern().getJournal()).isTrue();
              assertThat(database.getReadConcern()).isEqualTo(ReadConcern.MAJORITY);
            });
  }
}
