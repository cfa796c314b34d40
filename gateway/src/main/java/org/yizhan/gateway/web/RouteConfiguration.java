package org.yizhan.gateway.web;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.methods;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.yizhan.contracts.Problem;
import org.yizhan.gateway.ServiceAddresses;

/**
 * Reads, files of rosters, simulations and re-adjudications go through to the service that owns the
 * answer, with query, headers and the media type as they are; neither is held in memory.
 */
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

  private final MeterRegistry meters;

  RouteConfiguration(MeterRegistry meters) {
    this.meters = meters;
  }

  /**
   * @param sharesItsPath whether this gateway answers the other methods itself
   */
  private record Route(String path, URI service, List<HttpMethod> methods, boolean sharesItsPath) {

    static Route of(String path, URI service, HttpMethod... methods) {
      return new Route(path, service, List.of(methods), false);
    }

    static Route reading(String path, URI service) {
      return of(path, service, HttpMethod.GET);
    }

    static Route sharing(String path, URI service) {
      return new Route(path, service, List.of(HttpMethod.GET), true);
    }

    String allowed() {
      return methods.stream().map(HttpMethod::name).collect(Collectors.joining(", "));
    }
  }

  /** The first that fits counts. */
  private static List<Route> routesTo(ServiceAddresses services) {
    return List.of(
        Route.reading("/api/persons/{personNumber}/benefit-years/**", services.settlement()),
        Route.reading("/api/late-knowledge", services.settlement()),
        Route.reading("/api/settlements/{id}/explanation", services.settlement()),
        Route.reading("/api/parameters", services.settlement()),
        Route.reading("/api/hospitals/**", services.settlement()),
        Route.sharing("/api/reimbursement-cases", services.settlement()),
        Route.sharing("/api/reimbursement-cases/{caseId}", services.settlement()),
        Route.reading("/api/recoveries/**", services.settlement()),
        Route.of(
            "/api/simulations/**",
            services.settlement(),
            HttpMethod.GET,
            HttpMethod.POST,
            HttpMethod.DELETE),
        // Asked for and confirmed there: a year is changed only by its command on the log.
        Route.of("/api/readjudications/**", services.settlement(), HttpMethod.GET, HttpMethod.POST),
        Route.reading("/api/persons/**", services.eligibility()),
        Route.reading("/api/premiums", services.eligibility()),
        Route.reading("/api/ledger/**", services.ledger()),
        // Asked for there: money moves only by a command on the log.
        Route.of("/api/funds/**", services.ledger(), HttpMethod.GET, HttpMethod.POST),
        Route.reading("/api/hospital-months/**", services.reconciliation()),
        Route.reading("/api/agencies/**", services.rosterSync()),
        Route.reading("/api/county-lists/**", services.rosterSync()),
        Route.of("/api/rosters/**", services.rosterSync(), HttpMethod.GET, HttpMethod.POST));
  }

  @Bean
  RouterFunction<ServerResponse> routes(ServiceAddresses services) {
    var routes = RouterFunctions.route();
    for (var target : routesTo(services)) {
      routes.add(
          route(target.path())
              .route(
                  methods(target.methods().toArray(HttpMethod[]::new)).and(path(target.path())),
                  http())
              .before(uri(target.service()))
              .onError(ResourceAccessException.class, (_, _) -> notReached())
              .build());
      if (!target.sharesItsPath()) {
        routes.add(RouterFunctions.route(path(target.path()), _ -> notAllowed(target)));
      }
    }
    return routes.build();
  }

  private ServerResponse notReached() {
    var problem = new Unavailable("The service behind this path does not answer.").problem();
    return answer(problem, HttpHeaders.RETRY_AFTER, Unavailable.RETRY_AFTER_SECONDS);
  }

  private ServerResponse notAllowed(Route route) {
    var allowed = route.allowed();
    return answer(
        Problem.of(
            405, "method-not-allowed", "Method Not Allowed", "Allowed here: " + allowed + "."),
        HttpHeaders.ALLOW,
        allowed);
  }

  private ServerResponse answer(Problem problem, String header, String value) {
    meters.counter("yizhan.problems", "code", problem.code()).increment();
    return ServerResponse.status(problem.status())
        .header(header, value)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
