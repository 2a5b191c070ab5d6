using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Ninben.Bpmn.Cases;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Items;
using Ninben.Dev.Commands.Bench.Feel;
using Ninben.Feel;
using Ninben.Oversight.Facts;
using Ninben.Oversight.Subjects;
using Ninben.Testing;

namespace Ninben.Dev.Commands.Bench;

/// <summary><c>bench engine</c>: the decider alone, in memory: elements entered and left for each second of processor time.</summary>
internal static class EngineBench
{
    private const int Rounds = 250;

    private static readonly CaseId Id = new("0198f3a0b1c27d4e8f00112233445566");
    private static readonly Stamp Now = new(new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero), new Actor(ActorKind.System, "bench", "Bench"), "bench");

    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Prints the result as one JSON line, last." };
        var only = new Option<string?>("--only") { Description = "Only this model; for profiling." };
        var command = new Command("engine", "Measures element steps by processor time, without storage.") { json, only };
        command.SetAction(parsed => Run(parsed.GetValue(only), parsed.GetValue(json)));
        return command;
    }

    private static int Run(string? only, bool json)
    {
        var rates = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, body) in Models())
        {
            if (only is not null && only != name) continue;
            rates[name] = Measure(name, body);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-12}{rates[name],14:N0} element steps/s"));
        }

        if (json) Console.WriteLine(JsonSerializer.Serialize(rates.ToDictionary(pair => pair.Key + "StepsPerSecond", pair => Math.Round(pair.Value))));
        return 0;
    }

    private static double Measure(string name, string body)
    {
        var models = new ScriptedModels().Deploy($"""
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:ninben="https://ninben.dev/bpmn/1.0" targetNamespace="bench">
            <bpmn:process id="p" isExecutable="true">
            <bpmn:startEvent id="start"/><bpmn:exclusiveGateway id="merge"/><bpmn:exclusiveGateway id="again" default="on"/><bpmn:endEvent id="end"/>
            {body}{Script("count")}{Flow("start", "merge")}{Flow("merge", "first")}{Flow("last", "count")}{Flow("count", "again")}
            <bpmn:sequenceFlow id="back" sourceRef="again" targetRef="merge">
            <bpmn:conditionExpression>n &lt; {Rounds}</bpmn:conditionExpression></bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="on" sourceRef="again" targetRef="end"/>
            </bpmn:process></bpmn:definitions>
            """);
        var open = new OpenCase(Id, "p", 1, null, FeelContext.Empty.With("n", FeelValue.From(0m)));
        var state = Play(open, models);
        if (!state.IsClosed) throw new InvalidOperationException($"The case of '{name}' did not end.");
        var steps = state.Instances.Count(instance => instance is { State: InstanceState.Completed, Into: null });
        return steps * CpuClock.PerSecond(() => Play(open, models));
    }

    private static CaseState Play(OpenCase open, ScriptedModels models)
    {
        var state = CaseState.New(Id);
        Decider.Decide(state, open, Now, models);
        return state;
    }

    private static IEnumerable<(string Name, string Body)> Models()
    {
        yield return ("gateways", $"""<bpmn:manualTask id="first"/><bpmn:exclusiveGateway id="last"/>{Flow("first", "last")}""");
        yield return ("scripts", $"{Script("first", "m")}{Script("last", "m")}{Flow("first", "last")}");
        yield return ("forks", $"""
            <bpmn:parallelGateway id="first"/><bpmn:manualTask id="a"/><bpmn:manualTask id="b"/><bpmn:manualTask id="c"/><bpmn:parallelGateway id="last"/>
            {Flow("first", "a")}{Flow("first", "b")}{Flow("first", "c")}{Flow("a", "last")}{Flow("b", "last")}{Flow("c", "last")}
            """);
        yield return ("parts", $"""
            <bpmn:subProcess id="first">
            <bpmn:startEvent id="s"/><bpmn:manualTask id="a"/><bpmn:endEvent id="e"/>{Flow("s", "a")}{Flow("a", "e")}</bpmn:subProcess>
            <bpmn:manualTask id="last"/>{Flow("first", "last")}
            """);
        yield return ("inclusive", $"""
            <bpmn:inclusiveGateway id="first"/><bpmn:manualTask id="a"/><bpmn:manualTask id="b"/><bpmn:inclusiveGateway id="last"/>
            {Flow("first", "a")}{Flow("first", "b")}{Flow("a", "last")}{Flow("b", "last")}
            """);
    }

    private static string Script(string id, string variable = "n") =>
        $"""<bpmn:scriptTask id="{id}" scriptFormat="feel"><bpmn:extensionElements><ninben:result variable="{variable}"/></bpmn:extensionElements>"""
            + "<bpmn:script>n + 1</bpmn:script></bpmn:scriptTask>";

    private static string Flow(string from, string to) => $"""<bpmn:sequenceFlow id="{from}_{to}" sourceRef="{from}" targetRef="{to}"/>""";
}
