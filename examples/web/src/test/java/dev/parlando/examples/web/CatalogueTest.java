package dev.parlando.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.parlando.testkit.LocalRealtime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The catalogue shows tools as the model sees them, and calls them without one. */
class CatalogueTest {

  @RegisterExtension final ConsoleInBrowser browser = new ConsoleInBrowser();

  private Page page;

  private Locator tool(String name) {
    page = ConsoleInBrowser.ready(browser.start(LocalRealtime.builder()).browser(null).page());
    page.locator("#tab-tools").click();
    Locator tool = page.locator("[data-tool=" + name + "]");
    tool.locator("summary").click();
    return tool;
  }

  private static void fill(Locator tool, String field, String value) {
    tool.locator("[name=" + field + "]").fill(value);
  }

  @Test
  void aViolationIsShownBesideItsFieldAndACorrectedCallGoesThrough() {
    Locator tool = tool("book_table");
    assertThat(tool.locator("summary").innerText()).contains("writes", "tokens");
    fill(tool, "name", "Ada");
    fill(tool, "guests", "12");
    fill(tool, "time", "19:30");
    tool.locator("[name=seating]").selectOption("terrace");

    tool.getByText("Call by hand").click();

    Locator guests =
        tool.locator(".field", new Locator.LocatorOptions().setHas(page.locator("[name=guests]")));
    guests.locator(".problem:not(:empty)").waitFor();
    assertThat(guests.locator(".problem").innerText()).contains("8");
    assertThat(guests.locator("input").getAttribute("aria-invalid")).isEqualTo("true");
    assertThat(page.evaluate("document.activeElement.name")).isEqualTo("guests");
    assertThat(tool.locator(".outcome").innerText()).contains("1 violation");

    fill(tool, "guests", "4");
    tool.getByText("Call by hand").click();

    tool.locator(".outcome .good").waitFor();
    assertThat(tool.locator(".outcome pre").innerText()).contains("\"number\": \"T101\"");
    page.locator("#tab-calls").click();
    PlaywrightAssertions.assertThat(page.locator(".card .chip"))
        .hasText(new String[] {"done", "by hand", "invalid arguments", "by hand"});
    // The model knows nothing of it.
    assertThat(browser.session().clientEvents("conversation.item.create")).isEmpty();
    assertThat(browser.session().clientEvents("response.create")).isEmpty();
    assertThat(browser.problems()).isEmpty();
  }

  @Test
  void whatCannotBeUndoneMustBeConfirmed() {
    Locator tool = tool("cancel_booking");
    fill(tool, "number", "T999");

    tool.getByText("Call by hand").click();
    assertThat(tool.locator(".outcome").innerText()).isEmpty();

    tool.getByLabel("I know that this can’t be undone").check();
    tool.getByText("Call by hand").click();
    tool.locator(".outcome .bad").waitFor();
    assertThat(tool.locator(".outcome").innerText()).contains("There is no booking T999.");
  }

  @Test
  void sensitiveArgumentsAreNowhereOnThePage() {
    Locator tool = tool("note_callback");
    fill(tool, "phone", "+44 20 5555 0199");

    tool.getByText("Call by hand").click();

    tool.locator(".outcome .good").waitFor();
    fill(tool, "phone", "");
    ConsoleInBrowser.say(page, "Note callback +44 20 5555 0198");
    ConsoleInBrowser.heard(page, "we will call back");
    page.locator("#tab-calls").click();
    PlaywrightAssertions.assertThat(page.locator(".card")).hasCount(2);
    assertThat(page.locator(".card pre").allInnerTexts().toString())
        .contains("***")
        .doesNotContain("0199", "0198");
    Object log =
        page.evaluate(
            """
            () => {
              const found = [];
              const { log } = parlando.run;
              for (let n = log.first; n < log.end; n++) {
                if (log.at(n).type.includes('function_call')) found.push(log.at(n).json);
              }
              return found.join();
            }
            """);
    assertThat(log.toString()).contains("***").doesNotContain("0198");
  }
}
