package dev.parlando.internal.engine.io;

import dev.parlando.realtime.ErrorDetail;
import dev.parlando.realtime.Response;
import dev.parlando.realtime.Response.Status;
import dev.parlando.session.event.Failure;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the server's error codes mean for a session. */
public final class ErrorCodes {

  private static final Set<String> FATAL =
      Set.of(
          "insufficient_quota",
          "invalid_api_key",
          "account_deactivated",
          "billing_hard_limit_reached",
          "model_not_found",
          "beta_api_shape_disabled");
  private static final Set<String> BENIGN =
      Set.of("response_cancel_not_active", "input_audio_buffer_commit_empty");
  private static final Set<String> TRANSIENT =
      Set.of(
          "server_error",
          "internal_error",
          "rate_limit_exceeded",
          "inference_rate_limit_exceeded",
          "overloaded",
          "service_unavailable");

  private ErrorCodes() {}

  public static Failure.Kind kind(ErrorDetail error) {
    String code = code(error);
    if (FATAL.contains(code)) {
      return Failure.Kind.FATAL;
    }
    if (code.equals("session_expired")) {
      return Failure.Kind.EXPIRED;
    }
    return transientCode(error) ? Failure.Kind.TRANSIENT : Failure.Kind.REQUEST;
  }

  /** Errors that come of two sides acting at once and need nobody's attention. */
  public static boolean benign(ErrorDetail error) {
    return BENIGN.contains(code(error));
  }

  public static boolean transientCode(ErrorDetail error) {
    return TRANSIENT.contains(code(error)) || "server_error".equals(error.type());
  }

  /** The beta dialect says so in the message only, with no code. */
  public static boolean conversationBusy(ErrorDetail error) {
    return code(error).equals("conversation_already_has_active_response")
        || message(error).contains("already has an active response");
  }

  /** Whether a response failed in a way that asking again would not mend. */
  public static boolean finalFailure(Response response) {
    ErrorDetail error = error(response);
    return response.status() == Status.FAILED
        && error != null
        && !code(error).isEmpty()
        && !transientCode(error);
  }

  /** Limits are told as a failed response, seldom as an error event. */
  public static boolean rateLimited(Response response) {
    ErrorDetail error = error(response);
    return error != null && rateLimited(error);
  }

  public static boolean rateLimited(ErrorDetail error) {
    return code(error).contains("rate_limit_exceeded");
  }

  /** Why the user's audio could not be transcribed. */
  public static Failure transcription(@Nullable ErrorDetail error) {
    String message = "The user's audio could not be transcribed";
    if (error == null) {
      return new Failure(Failure.Kind.REQUEST, "", message);
    }
    String hint =
        "DeploymentNotFound".equals(error.code())
            ? " (on Azure, the transcription model is the name of a deployment of the resource)"
            : "";
    return new Failure(Failure.Kind.REQUEST, code(error), message + ": " + message(error) + hint);
  }

  public static String reason(Response response) {
    Status status = response.status();
    if (status == null || status == Status.COMPLETED) {
      return "";
    }
    ErrorDetail error = error(response);
    String why = response.statusDetails() == null ? null : response.statusDetails().reason();
    return error != null
        ? message(error)
        : why == null ? status.name().toLowerCase(Locale.ROOT) : why;
  }

  public static String code(Response response) {
    ErrorDetail error = error(response);
    return error == null ? "" : code(error);
  }

  public static String code(ErrorDetail error) {
    return error.code() == null ? "" : error.code();
  }

  public static String message(ErrorDetail error) {
    return error.message() == null ? code(error) : error.message();
  }

  private static @Nullable ErrorDetail error(Response response) {
    return response.statusDetails() == null ? null : response.statusDetails().error();
  }
}
