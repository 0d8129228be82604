package dev.parlando.rest;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Posts JSON below an address and waits for the answer, but no longer than it may take. */
final class JsonPoster {

  private final HttpClient client;
  private final URI base;
  private final List<Credential> credentials;
  private final Duration timeout;

  JsonPoster(HttpClient client, URI base, List<Credential> credentials, Duration timeout) {
    this.client = client;
    this.base = base;
    this.credentials = credentials;
    this.timeout = timeout;
  }

  /** Where a path is, without the query, which may hold a credential. */
  String address(String path) {
    return base.getScheme() + "://" + base.getRawAuthority() + path(path);
  }

  /**
   * Posts.
   *
   * @param body null: none
   * @return the body of an answer with a status of 200 to 299; may be empty
   * @throws RealtimeRestException without such an answer
   */
  String post(String path, @Nullable ObjectNode body) {
    Map<Credential, String> secrets = new LinkedHashMap<>();
    credentials.forEach(credential -> secrets.put(credential, credential.now()));
    HttpResponse<String> response = send(path, request(path, secrets, body));
    if (response.statusCode() / 100 != 2) {
      throw Refusal.of("POST " + address(path), response, new Redactor(secrets.values()));
    }
    return response.body();
  }

  private HttpRequest request(
      String path, Map<Credential, String> secrets, @Nullable ObjectNode body) {
    BodyPublisher bytes =
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
    String query = base.getRawQuery();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address(path) + (query == null ? "" : "?" + query)))
            .header("Accept", "application/json")
            .POST(bytes);
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    secrets.forEach(
        (credential, secret) ->
            request.setHeader(credential.header(), credential.scheme() + secret));
    return request.build();
  }

  private HttpResponse<String> send(String path, HttpRequest request) {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request, BodyHandlers.ofString());
    try {
      // A timeout of the request itself would end with the head of the answer before JDK 26.
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw unanswered("timeout", path, "no answer within " + timeout.toMillis() + " ms");
    } catch (ExecutionException e) {
      throw unanswered("no_connection", path, reason(e.getCause()));
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw unanswered("interrupted", path, "interrupted while waiting for the answer");
    }
  }

  private RealtimeRestException unanswered(String code, String path, String reason) {
    return new RealtimeRestException(0, code, null, "POST " + address(path) + ": " + reason);
  }

  private String path(String path) {
    return base.getRawPath().replaceAll("/+$", "") + path;
  }

  private static String reason(@Nullable Throwable failure) {
    if (failure == null) {
      return "no connection";
    }
    String name = failure.getClass().getSimpleName();
    return "no connection: "
        + (failure.getMessage() == null ? name : name + ": " + failure.getMessage());
  }
}
