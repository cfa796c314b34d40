package org.yizhan.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A program that lets itself be unpacked and started as a service does: it is ready, and tells its
 * environment.
 */
final class FakeService {

  private FakeService() {}

  public static void main(String[] arguments) throws Exception {
    if ("tools".equals(System.getProperty("jarmode"))) {
      var own =
          Path.of(FakeService.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Files.copy(own, Path.of(arguments[arguments.length - 1]).resolve(own.getFileName()));
      return;
    }
    int port = Integer.parseInt(System.getenv("SERVER_PORT"));
    var server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.createContext("/actuator/health/readiness", exchange -> answer(exchange, "{}"));
    server.createContext("/env", exchange -> answer(exchange, System.getenv().toString()));
    server.start();
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    var body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** A checkout in which every service is built, as far as the launcher looks at it. */
  static void pretendCheckout(Path folder) throws IOException {
    var real = Home.find();
    Files.createDirectories(folder.resolve("deploy/broker/target"));
    Files.copy(real.resolve("deploy/topics.yaml"), folder.resolve("deploy/topics.yaml"));
    Files.createSymbolicLink(
        folder.resolve("deploy/broker/target/libs"), real.resolve("deploy/broker/target/libs"));
    for (var service : SuiteService.values()) {
      var target = Files.createDirectories(folder.resolve(service.artifact()).resolve("target"));
      writeJar(target.resolve(service.artifact() + "-0.1.0-exec.jar"));
    }
  }

  private static void writeJar(Path jar) throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      var name = "org/yizhan/local/FakeService.class";
      out.putNextEntry(new JarEntry(name));
      try (var in = FakeService.class.getResourceAsStream("/" + name)) {
        in.transferTo(out);
      }
    }
  }
}
