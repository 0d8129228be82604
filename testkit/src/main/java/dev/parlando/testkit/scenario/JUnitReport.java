package dev.parlando.testkit.scenario;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The XML form of results that build servers read. */
public final class JUnitReport {

  private final XMLStreamWriter xml;

  private JUnitReport(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /**
   * Writes results to a file; folders on the way to it are made.
   *
   * @throws IOException if it can't be written
   */
  public static void write(Path file, List<ScenarioResult> results) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (Writer writer = Files.newBufferedWriter(file)) {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(writer);
      new JUnitReport(xml).write(results);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException("The report can't be written: " + e.getMessage(), e);
    }
  }

  private void write(List<ScenarioResult> results) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", "scenarios");
    xml.writeAttribute("tests", Integer.toString(results.size()));
    long failed = results.stream().filter(result -> !result.passed()).count();
    xml.writeAttribute("failures", Long.toString(failed));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", "0");
    for (ScenarioResult result : results) {
      write(result);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void write(ScenarioResult result) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", "scenarios");
    xml.writeAttribute("name", allowed(result.scenario()));
    xml.writeAttribute(
        "time", String.format(Locale.ROOT, "%.3f", result.elapsed().toMillis() / 1000.0));
    if (result.failure().isPresent()) {
      xml.writeStartElement("failure");
      xml.writeAttribute("message", allowed(result.failure().get()));
      xml.writeCharacters(allowed(result.report()));
      xml.writeEndElement();
    }
    xml.writeStartElement("system-out");
    xml.writeCharacters(allowed(String.join("\n", result.conversation())));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  /** Without the control characters that no XML may hold. */
  private static String allowed(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "\uFFFD");
  }
}
