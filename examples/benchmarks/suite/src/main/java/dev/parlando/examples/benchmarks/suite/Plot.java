package dev.parlando.examples.benchmarks.suite;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;

/** Draws how costs grow: one panel for each row that has sizes, both axes logarithmic. */
final class Plot {

  private static final int WIDTH = 560;
  private static final int HEIGHT = 340;
  private static final int MARGIN = 60;
  private static final int LEGEND = 130;
  private static final List<String> ROWS =
      List.of("EngineEvent", "Definitions", "TalkingSessions", "Compile");
  private static final Color[] COLORS = {
    new Color(0x1b6ca8),
    new Color(0xd1495b),
    new Color(0x2e933c),
    new Color(0x8d6a9f),
    new Color(0xe09f3e),
    new Color(0x555555)
  };

  private final Graphics2D out;
  private final Samples samples;

  private Plot(Graphics2D out, Samples samples) {
    this.out = out;
    this.samples = samples;
  }

  /** Whether there is something to draw in every panel. */
  static boolean complete(Samples samples) {
    return ROWS.stream().noneMatch(row -> samples.sizes(row).isEmpty());
  }

  /** Writes the picture. */
  static void write(Path file, Samples samples) throws IOException {
    BufferedImage image = new BufferedImage(2 * WIDTH, 2 * HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D out = image.createGraphics();
    out.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    out.setColor(Color.WHITE);
    out.fillRect(0, 0, image.getWidth(), image.getHeight());
    out.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    Plot plot = new Plot(out, samples);
    for (int i = 0; i < ROWS.size(); i++) {
      plot.panel(ROWS.get(i), i % 2 * WIDTH, i / 2 * HEIGHT);
    }
    out.dispose();
    ImageIO.write(image, "png", file.toFile());
  }

  private void panel(String name, int left, int top) {
    Row row = Rows.ALL.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    List<String> sizes = samples.sizes(name).stream().filter(size -> size.matches("\\d+")).toList();
    if (sizes.isEmpty()) {
      return;
    }
    List<String> contenders = samples.contenders(name, sizes.get(0));
    double least = Double.MAX_VALUE;
    double most = 0;
    for (String contender : contenders) {
      for (String size : sizes) {
        OptionalDouble value = samples.best(name, size, contender, row.unit());
        least = Math.min(least, value.orElse(least));
        most = Math.max(most, value.orElse(most));
      }
    }
    int low = (int) Math.floor(Math.log10(least));
    int high = (int) Math.floor(Math.log10(most)) + 1;
    Scale x = scale(sizes, left + MARGIN, left + WIDTH - LEGEND);
    Scale y = new Scale(low, high, top + HEIGHT - MARGIN, top + 30);
    axes(row, sizes, x, y, left, top);
    for (int i = 0; i < contenders.size(); i++) {
      line(row, sizes, contenders.get(i), COLORS[i % COLORS.length], x, y);
      out.drawString(contenders.get(i), left + WIDTH - LEGEND + 12, top + 40 + 16 * i);
    }
  }

  private static Scale scale(List<String> sizes, int from, int to) {
    double low = Math.log10(Double.parseDouble(sizes.get(0)));
    double high = Math.log10(Double.parseDouble(sizes.get(sizes.size() - 1)));
    return new Scale(low, Math.max(high, low + 1e-9), from, to);
  }

  private void axes(Row row, List<String> sizes, Scale x, Scale y, int left, int top) {
    out.setColor(Color.BLACK);
    out.drawString(row.title() + " (" + row.unit() + ")", left + MARGIN, top + 18);
    for (String size : sizes) {
      out.drawString(size, x.at(Double.parseDouble(size)) - 8, top + HEIGHT - MARGIN + 18);
    }
    for (int power = (int) y.low(); power <= y.high(); power++) {
      int height = y.at(Math.pow(10, power));
      out.setColor(new Color(0xdddddd));
      out.drawLine(x.from(), height, x.to(), height);
      out.setColor(Color.BLACK);
      out.drawString(
          power < 0 ? "0." + "0".repeat(-power - 1) + "1" : "1" + "0".repeat(power),
          left + 8,
          height + 4);
    }
  }

  private void line(Row row, List<String> sizes, String contender, Color color, Scale x, Scale y) {
    out.setColor(color);
    out.setStroke(new BasicStroke(contender.equals("parlando") ? 3 : 1.5f));
    int lastX = -1;
    int lastY = -1;
    for (String size : sizes) {
      OptionalDouble value = samples.best(row.name(), size, contender, row.unit());
      if (value.isPresent()) {
        int nextX = x.at(Double.parseDouble(size));
        int nextY = y.at(value.getAsDouble());
        out.fillOval(nextX - 3, nextY - 3, 7, 7);
        if (lastX >= 0) {
          out.drawLine(lastX, lastY, nextX, nextY);
        }
        lastX = nextX;
        lastY = nextY;
      }
    }
  }

  /** Powers of ten on pixels. */
  private record Scale(double low, double high, int from, int to) {

    int at(double value) {
      return (int) Math.round(from + (Math.log10(value) - low) / (high - low) * (to - from));
    }
  }
}
