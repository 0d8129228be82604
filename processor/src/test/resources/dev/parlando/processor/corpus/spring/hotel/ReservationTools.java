package spring.hotel;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.parlando.DefaultValue;
import dev.parlando.Describe;
import dev.parlando.SideEffect;
import dev.parlando.Tool;
import dev.parlando.VoiceAgent;
import dev.parlando.tool.ToolContext;
import dev.parlando.tool.ToolResult;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

@VoiceAgent(
    instructions =
        """
        You are the front desk of a hotel. Call find_rooms before book_room.
        Read a reservation's number digit by digit.
        """,
    voice = "marin")
final class ReservationTools {

  @Tool("Rooms that are free")
  List<Room> findRooms(Stay stay, @DefaultValue("2") @Min(1) @Max(6) int guests, Optional<RoomType> type) {
    return List.of();
  }

  @Tool(value = "Books a room", effect = SideEffect.IRREVERSIBLE)
  Reservation bookRoom(Booking booking, ToolContext context) {
    return null;
  }

  @Tool("Finds a reservation by its number")
  Optional<Reservation> findReservation(@Describe("Six digits") String number) {
    return Optional.empty();
  }

  @Tool(value = "Cancels a reservation", effect = SideEffect.IRREVERSIBLE, maxCorrections = 1)
  ToolResult cancelReservation(String number, @NotBlank String reason) {
    return ToolResult.none();
  }

  @Tool(value = "Changes the dates of a reservation", effect = SideEffect.WRITE)
  Reservation changeDates(String number, Stay stay) {
    return null;
  }

  @Tool("When breakfast is served")
  Hours breakfast(@DefaultValue("false") boolean weekend) {
    return null;
  }

  @Tool(value = "Orders a wake-up call", effect = SideEffect.WRITE)
  void wakeUp(@Min(100) @Max(999) int room, @JsonFormat(pattern = "HH:mm") LocalTime at) {}

  @Tool("How long it takes to get somewhere by taxi")
  Duration taxiTime(String destination, OptionalInt passengers) {
    return Duration.ZERO;
  }

  @Tool(value = "Passes the caller to a colleague", reply = false)
  ToolResult transfer(Department to) {
    return ToolResult.none();
  }

  @Tool("What the minibar costs")
  double[] minibarPrices(List<String> items) {
    return new double[0];
  }

  record Stay(@FutureOrPresent LocalDate arrival, @Min(1) @Max(30) short nights) {}

  record Booking(Stay stay, RoomType type, Guest guest, Optional<List<String>> wishes) {}

  record Guest(@NotBlank String name, @Email String email, Optional<String> phone) {}

  record Room(int number, RoomType type, double pricePerNight) {}

  record Reservation(String number, Stay stay, Room room) {}

  record Hours(LocalTime from, LocalTime to) {}

  enum RoomType { SINGLE, DOUBLE, SUITE }

  enum Department { RESTAURANT, SPA, MANAGER }
}
