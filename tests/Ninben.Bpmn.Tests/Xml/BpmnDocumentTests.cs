using System.Text;
using Ninben.Dev.Commands.Conformance.Miwg;

namespace Ninben.Bpmn.Tests.Xml;

public class BpmnDocumentTests
{
    private const string Foreign = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- drawn by hand -->
        <b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:x="urn:other" id="d" x:own="1" targetNamespace="t">
          <?tool keeps this?>
          <b:process id="p" x:note="two&#10;lines &lt;&quot;&#9;">
            <b:documentation textFormat="text/html"><![CDATA[<p>a &amp; b</p>]]></b:documentation>
            <b:extensionElements><x:thing xmlns="urn:third" a="  b "><inner>  text  </inner><empty/><open></open></x:thing></b:extensionElements>
            <b:startEvent id="s" name="&#196;&#128512;"/>
          </b:process>
        </b:definitions>
        """;

    [Fact]
    public void What_is_written_is_what_was_read_with_everything_that_other_tools_put_there()
    {
        var bytes = Encoding.UTF8.GetBytes(Foreign);

        var written = BpmnDocument.Read(bytes).Document!.Write();

        Assert.Empty(Infoset.Differences(bytes, written));
        Assert.Contains("<![CDATA[", Encoding.UTF8.GetString(written), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x:note=\"two&#10;lines", "x:note=\"two lines")]
    [InlineData("<!-- drawn by hand -->", "")]
    [InlineData("  text  ", "text")]
    [InlineData("xmlns=\"urn:third\"", "")]
    public void A_loss_would_be_seen(string there, string lost)
    {
        var changed = Foreign.Replace(there, lost, StringComparison.Ordinal);

        Assert.NotEmpty(Infoset.Differences(Encoding.UTF8.GetBytes(Foreign), Encoding.UTF8.GetBytes(changed)));
    }

    [Fact]
    public void A_file_in_the_code_page_of_an_old_modeller_is_written_in_utf_8()
    {
        var text = Foreign.Replace("UTF-8", "windows-1252", StringComparison.Ordinal).Replace("drawn by hand", "ge\u00e4ndert", StringComparison.Ordinal);

        var written = BpmnDocument.Read(text.Select(letter => (byte)letter).ToArray()).Document!.Write();

        Assert.Contains("ge\u00e4ndert", Encoding.UTF8.GetString(written), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE b><b/>", "xml-dtd")]
    [InlineData("<b/>", "not-bpmn")]
    [InlineData("<b>", "xml-malformed")]
    public void What_is_no_model_is_refused_with_the_reason(string xml, string code)
    {
        var reading = BpmnDocument.Read(Encoding.UTF8.GetBytes(xml), "m.bpmn");

        Assert.Null(reading.Document);
        Assert.Equal(code, Assert.Single(reading.Diagnostics).Code);
    }
}
