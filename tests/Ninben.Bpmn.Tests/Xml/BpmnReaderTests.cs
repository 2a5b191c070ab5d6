using System.Diagnostics;
using System.Text;
using Ninben.Feel;

namespace Ninben.Bpmn.Tests.Xml;

public class BpmnReaderTests
{
    private static BpmnReading Read(string xml) => BpmnReader.Read(Encoding.UTF8.GetBytes(xml), "m.bpmn");

    private static BpmnReading ReadBody(string body) => Read(Models.Process(body));

    private static Diagnostic Refused(BpmnReading reading, string code)
    {
        Assert.Null(reading.Process);
        return reading.Diagnostics.First(diagnostic => diagnostic.Code == code && diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void Reads_the_invoice_story_without_findings()
    {
        var reading = Read(Models.Invoice);

        Assert.Empty(reading.Diagnostics);
        var process = reading.Process!;
        Assert.Equal(("invoice-approval", "Invoice approval"), (process.Id, process.Name));
        Assert.Equal(["invoice-gate"], process.Decisions);
        Assert.Equal(["extraction", "http"], process.Connectors);
        Assert.Equal(64, process.Hash.Length);
        Assert.Equal(["start", "read", "settled", "post", "end"], process.Elements.Values.OrderBy(element => element.Line).Select(element => element.Id));
    }

    [Fact]
    public void A_condition_with_a_pattern_that_refers_back_is_a_warning_with_its_place()
    {
        var flow = Models.Flow("start", "end", "matches(name, \"(a)\\\\1\")");

        var reading = ReadBody($"""<bpmn:startEvent id="start"/><bpmn:endEvent id="end"/>{flow}""");

        var warning = Assert.Single(reading.Diagnostics, found => found.Code == "feel-back-reference");
        Assert.Equal((DiagnosticSeverity.Warning, "start_end"), (warning.Severity, warning.Location.Element));
    }

    [Fact]
    public void Outside_entities_are_refused()
    {
        var xml = Models.Invoice.Replace("<bpmn:definitions", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><bpmn:definitions",
            StringComparison.Ordinal);

        var found = Refused(Read(xml), "xml-dtd");

        Assert.NotNull(found.Hint);
    }

    [Fact]
    public void A_model_in_a_code_page_is_read()
    {
        var xml = Models.Invoice.Replace("encoding=\"UTF-8\"", "encoding=\"WINDOWS-1252\"", StringComparison.Ordinal)
            .Replace("name=\"Read the invoice\"", "name=\"Read the €\"", StringComparison.Ordinal);
        var bytes = xml.Select(letter => letter == '€' ? (byte)0x80 : (byte)letter).ToArray();

        Assert.Equal("Read the €", BpmnReader.Read(bytes).Process!.Elements["read"].Name);
    }

    [Fact]
    public void A_model_that_was_made_to_be_slow_is_refused_like_any_other()
    {
        const int count = 5_000;
        var links = string.Concat(Enumerable.Range(0, count).Select(n =>
            $"""<bpmn:intermediateThrowEvent id="t{n}"><bpmn:linkEventDefinition id="tl{n}" name="x"/></bpmn:intermediateThrowEvent>"""
            + $"""<bpmn:intermediateCatchEvent id="c{n}"><bpmn:linkEventDefinition id="cl{n}" name="x"/></bpmn:intermediateCatchEvent>"""));
        var joins = string.Concat(Enumerable.Range(0, count).Select(n => Models.Parallel($"j{n}") + Models.Flow($"j{n}", $"j{count - 1 - n}")
            + Models.Flow($"j{n}", $"j{(n * 7) % count}", id: $"f{n}")));

        Assert.Null(ReadBody(Models.Row() + links).Process);
        Assert.NotNull(ReadBody(Models.Row() + Models.Flow("start", "j0") + joins).Process);
    }

    [Fact]
    public void Deep_nesting_ends_within_milliseconds()
    {
        var xml = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 200_000)));
        var clock = Stopwatch.StartNew();

        var reading = BpmnReader.Read(xml);

        Assert.Equal("xml-too-deep", Assert.Single(reading.Diagnostics).Code);
        Assert.True(clock.ElapsedMilliseconds < 1_000, $"{clock.ElapsedMilliseconds} ms");
    }

    [Fact]
    public void Too_many_elements_attributes_and_bytes_are_refused()
    {
        Assert.Equal("xml-too-many-elements", Read($"<a>{string.Concat(Enumerable.Repeat("<b/>", 50_001))}</a>").Diagnostics.Single().Code);
        Assert.Equal("xml-too-many-attributes",
            Read($"<a {string.Join(' ', Enumerable.Range(0, 501).Select(n => $"x{n}=\"1\""))}/>").Diagnostics.Single().Code);
        Assert.Equal("xml-too-large", BpmnReader.Read(new byte[(10 * 1024 * 1024) + 1]).Diagnostics.Single().Code);
        Assert.Equal("xml-malformed", Read("<a><b></a>").Diagnostics.Single().Code);
        Assert.Equal("xml-malformed", Read("").Diagnostics.Single().Code);
        Assert.Equal("not-bpmn", Read("<a/>").Diagnostics.Single().Code);
    }

    [Theory]
    [InlineData("<bpmn:madeUp id=\"x\"/>")]
    [InlineData("<bpmn:startEvent id=\"x\" parallelMultiple=\"true\"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration>"
        + "</bpmn:timerEventDefinition><bpmn:timerEventDefinition><bpmn:timeDuration>PT2H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:startEvent>")]
    [InlineData("<bpmn:eventBasedGateway id=\"x\" eventGatewayType=\"Parallel\"/>")]
    [InlineData("<bpmn:intermediateThrowEvent id=\"x\"><bpmn:timerEventDefinition/></bpmn:intermediateThrowEvent>")]
    [InlineData("<bpmn:intermediateCatchEvent id=\"x\"><bpmn:errorEventDefinition/></bpmn:intermediateCatchEvent>")]
    [InlineData("<bpmn:startEvent id=\"x\"><bpmn:escalationEventDefinition/></bpmn:startEvent>")]
    public void What_cannot_be_executed_is_refused_with_element_and_line(string element)
    {
        var found = Refused(ReadBody(Models.Row() + "\n" + element), "unsupported-element");

        Assert.Equal("x", found.Location.Element);
        Assert.Equal(6, found.Location.Line);
        Assert.NotNull(found.Hint);
    }

    [Fact]
    public void Drawing_data_and_notes_are_tolerated()
    {
        var extra = """
            <bpmn:laneSet id="ls"><bpmn:lane id="l"><bpmn:flowNodeRef>start</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>
            <bpmn:dataObject id="do"/><bpmn:dataObjectReference id="dor" dataObjectRef="do"/><bpmn:textAnnotation id="ta"><bpmn:text>hi</bpmn:text>
            </bpmn:textAnnotation>
            <bpmn:association id="as" sourceRef="start" targetRef="ta"/><bpmn:group id="g"/><bpmn:documentation>words</bpmn:documentation>
            <other:thing xmlns:other="urn:x" id="zzz"/>
            """;

        Assert.Empty(ReadBody(Models.Row() + extra).Diagnostics);
    }

    [Fact]
    public void Dangling_references_are_refused_with_their_position()
    {
        var found = Refused(ReadBody(Models.Row() + "\n<bpmn:sequenceFlow id=\"f\" sourceRef=\"start\" targetRef=\"End\"/>"), "dangling-reference");

        Assert.Equal((6, 56, "f"), (found.Location.Line, found.Location.Column, found.Location.Element));
        Assert.Contains("'End'", found.Message, StringComparison.Ordinal);
        Assert.Equal("Did you mean 'end'?", found.Hint);
        Refused(ReadBody(Models.Row(("u", Models.User("u"))) + Models.Timer("t", "nowhere", "PT1H")), "dangling-reference");
        Refused(ReadBody(Models.Row(("u", Models.User("u"))) + Models.Error("t", "u", "nothing")), "dangling-reference");
        Refused(ReadBody(Models.Start("start") + Models.Exclusive("g", "nope") + Models.End("end") + Models.Flow("start", "g") + Models.Flow("g",
            "end")), "dangling-reference");
        Refused(ReadBody(Models.Row().Replace("""<bpmn:endEvent id="end"/>""",
            """<bpmn:endEvent id="end"><bpmn:incoming>nope</bpmn:incoming></bpmn:endEvent>""", StringComparison.Ordinal)), "dangling-reference");
    }

    [Fact]
    public void Faulty_expressions_are_refused_where_they_stand()
    {
        var body = Models.Start("start") + Models.End("end")
            + "\n<bpmn:sequenceFlow id=\"f\" sourceRef=\"start\" targetRef=\"end\"><bpmn:conditionExpression>total " +
            "></bpmn:conditionExpression></bpmn:sequenceFlow>";

        var reading = ReadBody(body);

        Assert.Null(reading.Process);
        var found = reading.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Equal((6, "f", "m.bpmn"), (found.Location.Line, found.Location.Element, found.Location.Source));
        Assert.InRange(found.Location.Column, 85, 100);
    }

    [Fact]
    public void Structural_faults_have_codes()
    {
        Refused(ReadBody(Models.End("end")), "no-start");
        Refused(ReadBody(Models.Row() + Models.Start("again")), "several-starts");
        Refused(ReadBody(Models.Row() + Models.Flow("end", "start")), "start-with-incoming");
        Refused(ReadBody(Models.Row() + Models.Flow("end", "start")), "end-with-outgoing");
        Refused(ReadBody(Models.Row() + Models.Start("start")), "duplicate-id");
        Refused(ReadBody(Models.Row() + Models.Timer("t", "end", "PT1H")), "boundary-host");
        Refused(ReadBody(Models.Row(("u", Models.User("u"))) + Models.Timer("t", "u", "an hour")), "bad-duration");
        Refused(ReadBody(Models.Row(("s", """<bpmn:scriptTask id="s" scriptFormat="javascript"><bpmn:script>1</bpmn:script></bpmn:scriptTask>"""))),
            "script-format");
        Refused(ReadBody(Models.Row(("s", """<bpmn:serviceTask id="s"/>"""))), "service-task-without-work");
        Refused(ReadBody(Models.Row(("s", """<bpmn:businessRuleTask id="s"/>"""))), "decision-id-missing");
        Refused(ReadBody(Models.Row(("s", Models.User("s", """<ninben:gate/>""")))), "gate-without-decision");
        Refused(ReadBody(Models.Row(("s", Models.User("s", """<ninben:review tier="extreme" priority="101"/>""")))), "bad-tier");
        Refused(ReadBody(Models.Start("start") + Models.Exclusive("g", "d") + Models.End("end") + Models.Flow("start", "g") + Models.Flow("g", "end",
            "true", "d")), "default-with-condition");
        Refused(Read(Models.Process(Models.Row()).Replace("</bpmn:definitions>", """<bpmn:process id="q" isExecutable="true"/></bpmn:definitions>""",
            StringComparison.Ordinal)), "no-start");
        Refused(ReadBody(Models.Row(("sub", Models.Sub("sub", Models.Start("s2") + Models.End("e2") + Models.Flow("s2", "e2")))) + Models.Flow("start",
            "e2", null, "cross")), "flow-crosses-scope");
    }

    [Theory]
    [InlineData("reject, return", "'reject,'")]
    [InlineData("deny", "'deny'")]
    [InlineData("Reject", "'Reject'")]
    [InlineData(" ", "names no verdict")]
    public void A_reason_for_an_unknown_verdict_is_refused_with_the_words_that_exist(string verdicts, string named)
    {
        var reason = $"""<ninben:reason code="late" text="Too late" verdicts="{verdicts}"/>""";

        var diagnostic = Refused(ReadBody(Models.Row(("s", Models.User("s", reason)))), "bad-verdict");

        Assert.Contains(named, diagnostic.Message, StringComparison.Ordinal);
        Assert.Contains("approve amend reject return", diagnostic.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void At_most_nine_reasons_are_for_one_verdict()
    {
        var yes = string.Concat(Enumerable.Range(0, 5).Select(n => $"""<ninben:reason code="yes-{n}" verdicts="approve"/>"""));
        var no = string.Concat(Enumerable.Range(0, 5).Select(n => $"""<ninben:reason code="no-{n}" verdicts="reject return"/>"""));
        var any = string.Concat(Enumerable.Range(0, 5).Select(n => $"""<ninben:reason code="any-{n}"/>"""));

        Assert.NotNull(ReadBody(Models.Row(("s", Models.User("s", yes + no)))).Process);
        Refused(ReadBody(Models.Row(("s", Models.User("s", yes + any)))), "too-many-reasons");
    }

    [Fact]
    public void Doubtful_models_are_warned_about()
    {
        var reading = ReadBody(Models.Start("start") + Models.Exclusive("g") + Models.End("a") + Models.End("b") + Models.Script("lost", "1")
            + Models.Flow("lost", "lost") + Models.Flow("start", "g") + Models.Flow("g", "a", "x = 1") + Models.Flow("g", "b", "x = 2"));

        Assert.NotNull(reading.Process);
        Assert.Equal(["no-default", "unreachable"], reading.Diagnostics.Select(diagnostic => diagnostic.Code).Order());
    }

    [Fact]
    public void Actions_must_be_approved_by_something_before_them()
    {
        static string Act(string how) =>
            $"""<bpmn:serviceTask id="act"><bpmn:extensionElements><ninben:action connector="http" {how}</bpmn:extensionElements></bpmn:serviceTask>""";

        Assert.Equal(["action-irreversible", "action-unapproved"], ReadBody(Models.Row(("act", Act("""><ninben:payload value="1"/></ninben:action>"""))))
            .Diagnostics.Select(diagnostic => diagnostic.Code).Order());
        Refused(ReadBody(Models.Row(("act", Act("/>")))), "action-without-payload");
        Refused(ReadBody(Models.Row(("act", Act("""approvedBy="nobody"/>""")))), "dangling-reference");
        Refused(ReadBody(Models.Row(("s", Models.Script("s", "1")), ("act", Act("""approvedBy="s"/>""")))), "approver-settles-nothing");
        Refused(ReadBody(Models.Row(("act", Act("""approvedBy="u"/>""")), ("u", Models.User("u")))), "approver-not-before");
        Assert.NotNull(ReadBody(Models.Row(("u", Models.User("u")), ("act", Act("""approvedBy="u"/>""")))).Process);
    }

    [Fact]
    public void Another_partys_pool_is_tolerated()
    {
        var xml = Models.Process(Models.Row())
            .Replace("<bpmn:process",
            """<bpmn:collaboration id="c"><bpmn:participant id="us" processRef="p"/><bpmn:participant id="them" processRef="q"/>""" +
                """</bpmn:collaboration><bpmn:process id="q" isExecutable="false"/><bpmn:process""", StringComparison.Ordinal);

        Assert.Equal("p", Read(xml).Process?.Id);
    }

    [Fact]
    public void Models_with_dangling_references_by_others_are_refused()
    {
        var folder = SharedMaterial.Find("conformance/betsy/bpmn_constraints/REF");
        if (folder is null) Assert.Skip("No shared conformance material beside the repository.");

        var files = Directory.GetFiles(folder, "*.bpmn");
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Null(BpmnReader.Read(File.ReadAllBytes(file), Path.GetFileName(file)).Process));
        var named = files.Count(file =>
            BpmnReader.Read(File.ReadAllBytes(file)).Diagnostics.Any(diagnostic => diagnostic.Code is "dangling-reference" or "wrong-reference"));
        TestContext.Current.TestOutputHelper?.WriteLine($"{named} of {files.Length} name the reference itself.");
        Assert.True(named >= 10, $"{named} of {files.Length}");
    }
}
