package org.yizhan.gateway.web;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.yizhan.contracts.Problem;
import org.yizhan.gateway.ServiceAddresses;

/**
 * Reads go through to the service that owns the answer, with query, headers and the answer's media
 * type as they are.
 */
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

  private final MeterRegistry meters;

  RouteConfiguration(MeterRegistry meters) {
    this.meters = meters;
  }

  private record Route(String path, URI service) {}

  /** The first that fits counts. */
  private static List<Route> routesTo(ServiceAddresses services) {
    return List.of(
        new Route("/api/persons/{personNumber}/benefit-years/**", services.settlement()),
        new Route("/api/hospitals/**", services.settlement()),
        new Route("/api/persons/**", services.eligibility()),
        new Route("/api/premiums", services.eligibility()),
        new Route("/api/ledger/**", services.ledger()),
        new Route("/api/hospital-months/**", services.reconciliation()));
  }

  @Bean
  RouterFunction<ServerResponse> routes(ServiceAddresses services) {
    var routes = RouterFunctions.route();
    for (var target : routesTo(services)) {
      routes.add(
          route(target.path())
              .GET(target.path(), http())
              .before(uri(target.service()))
              .onError(ResourceAccessException.class, (_, _) -> notReached())
              .build());
      routes.add(RouterFunctions.route(path(target.path()), this::onlyGet));
    }
    return routes.build();
  }

  private ServerResponse notReached() {
    var problem = new Unavailable("The service behind this path does not answer.").problem();
    return answer(problem, HttpHeaders.RETRY_AFTER, Unavailable.RETRY_AFTER_SECONDS);
  }

  private ServerResponse onlyGet(ServerRequest request) {
    return answer(
        Problem.of(405, "method-not-allowed", "Method Not Allowed", "Only GET is allowed here."),
        HttpHeaders.ALLOW,
        "GET");
  }

  private ServerResponse answer(Problem problem, String header, String value) {
    meters.counter("yizhan.problems", "code", problem.code()).increment();
    return ServerResponse.status(problem.status())
        .header(header, value)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
