package org.yizhan.gateway.web;

import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.yizhan.gateway.IntakeProperties;

/** One pool of connections for the routes and for our own questions. */
@Configuration(proxyBeanMethods = false)
class HttpClientConfiguration {

  /**
   * Sooner than Tomcat closes an idle connection (20 s), so that a request seldom meets one just
   * being closed.
   */
  private static final TimeValue IDLE_MAX = TimeValue.ofSeconds(10);

  /**
   * A pooled connection that rested longer is tried before use: its service may have been
   * restarted.
   */
  private static final TimeValue TRIED_AFTER = TimeValue.ofMilliseconds(500);

  @Bean(destroyMethod = "close")
  CloseableHttpClient httpClient(IntakeProperties intake) {
    var connectWithin = Timeout.of(intake.connectWithin().toMillis(), TimeUnit.MILLISECONDS);
    var readWithin = Timeout.of(intake.readWithin().toMillis(), TimeUnit.MILLISECONDS);
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setMaxConnPerRoute(intake.connectionsMax())
            .setMaxConnTotal(intake.connectionsMax() * 5)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(connectWithin)
                    .setSocketTimeout(readWithin)
                    .setValidateAfterInactivity(TRIED_AFTER)
                    .build())
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(connectWithin)
                .setResponseTimeout(readWithin)
                .build())
        .evictIdleConnections(IDLE_MAX)
        // What the service says is passed on as it is: no retry, no redirect, no cookie, no
        // unpacking.
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableContentCompression()
        .build();
  }

  @Bean
  ClientHttpRequestFactory clientHttpRequestFactory(CloseableHttpClient client) {
    return new HttpComponentsClientHttpRequestFactory(client);
  }
}
