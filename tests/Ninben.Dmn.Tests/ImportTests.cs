using System.Text;
using Ninben.Feel;

namespace Ninben.Dmn.Tests;

public sealed class ImportTests
{
    private const string Base = """
        <itemDefinition name="tName"><typeRef>string</typeRef></itemDefinition>
        <inputData id="who" name="Person name"><variable name="Person name" typeRef="tName"/></inputData>
        <decision id="greet" name="Greeting"><informationRequirement><requiredInput href="#who"/></informationRequirement>
          <literalExpression><text>"Hello, " + Person name</text></literalExpression></decision>
        <businessKnowledgeModel id="twice" name="say twice"><encapsulatedLogic><formalParameter name="t" typeRef="string"/>
          <literalExpression><text>t + t</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
        """;

    [Fact]
    public void An_imported_decision_and_function_are_reached_by_the_name_of_the_import()
    {
        DmnModel model = Read("urn:main", """
            <import namespace="urn:base" name="my base" importType="x"/>
            <decision id="d" name="D">
              <informationRequirement><requiredDecision href="urn:base#greet"/></informationRequirement>
              <knowledgeRequirement><requiredKnowledge href="urn:base#twice"/></knowledgeRequirement>
              <literalExpression><text>my base.say twice(my base.Greeting)</text></literalExpression></decision>
            """, Model("urn:base", Base));

        DecisionResult result = model.Find("D")!.Evaluate(Of("my base", FeelValue.From(Of("Person name", FeelValue.From("Jo")))));

        Assert.Equal(FeelValue.From("Hello, JoHello, Jo"), result.Output);
        Assert.Equal(["my base.Person name"], model.Find("D")!.RequiredInputs);
    }

    [Fact]
    public void The_same_model_imported_by_two_others_has_inputs_for_each()
    {
        string through = """
            <import namespace="urn:base" name="base" importType="x"/>
            <decision id="m" name="Middle"><informationRequirement><requiredDecision href="urn:base#greet"/></informationRequirement>
              <literalExpression><text>base.Greeting</text></literalExpression></decision>
            """;
        DmnModel model = Read("urn:main", """
            <import namespace="urn:b" name="B" importType="x"/><import namespace="urn:c" name="C" importType="x"/>
            <decision id="d" name="D">
              <informationRequirement><requiredDecision href="urn:b#m"/></informationRequirement>
              <informationRequirement><requiredDecision href="urn:c#m"/></informationRequirement>
              <literalExpression><text>B.Middle + "; " + C.Middle</text></literalExpression></decision>
            """, Model("urn:base", Base), Model("urn:b", through), Model("urn:c", through));

        DecisionResult result = model.Find("D")!.Evaluate(Of("B", Nested("Ann")).With("C", Nested("Bob")));

        Assert.Equal(FeelValue.From("Hello, Ann; Hello, Bob"), result.Output);

        static FeelValue Nested(string name) => FeelValue.From(Of("base", FeelValue.From(Of("Person name", FeelValue.From(name)))));
    }

    [Fact]
    public void Without_a_name_the_elements_are_used_as_if_they_were_the_models_own()
    {
        DmnModel model = Read("urn:main", """
            <import namespace="urn:base" importType="x"/>
            <decision id="d" name="D"><informationRequirement><requiredDecision href="urn:base#greet"/></informationRequirement>
              <literalExpression><text>Greeting + "!"</text></literalExpression></decision>
            """, Model("urn:base", Base));

        Assert.Equal(FeelValue.From("Hello, Jo!"), model.Find("D")!.Evaluate(Of("Person name", FeelValue.From("Jo"))).Output);
    }

    [Fact]
    public void A_circle_of_imports_is_an_error_and_a_missing_model_a_warning()
    {
        byte[] main = Model("urn:main", "<import namespace=\"urn:other\" name=\"o\" importType=\"x\"/>");
        byte[] other = Model("urn:other", "<import namespace=\"urn:main\" name=\"m\" importType=\"x\"/>");

        Assert.Equal("dmn-import-circle", Assert.Single(DmnReader.Read(main, null, new DmnReadOptions { Importable = [other] }).Diagnostics).Code);
        Assert.Equal(("dmn-import", DiagnosticSeverity.Warning), Code(Assert.Single(DmnReader.Read(main).Diagnostics)));

        static (string, DiagnosticSeverity) Code(Diagnostic found) => (found.Code, found.Severity);
    }

    [Theory]
    [InlineData(ExternalFunctions.Refused, "null")]
    [InlineData(ExternalFunctions.PureJava, "456")]
    public void A_java_function_is_answered_only_where_the_reader_allows_it(ExternalFunctions allowed, string expected)
    {
        byte[] xml = Model("urn:main", """
            <decision id="d" name="D"><literalExpression>
              <text>(function(a, b) external {java: {class: "java.lang.Math", method signature: "max(int, int)"}})(123, 456)</text>
            </literalExpression></decision>
            """);

        DmnModel model = DmnReader.Read(xml, null, new DmnReadOptions { ExternalFunctions = allowed }).Model!;

        Assert.Equal(expected, model.Find("D")!.Evaluate(FeelContext.Empty).Output.ToString());
    }

    private static FeelContext Of(string name, FeelValue value) => FeelContext.Empty.With(name, value);

    private static DmnModel Read(string space, string body, params byte[][] others)
    {
        ReadOnlyMemory<byte>[] importable = [.. others.Select(other => new ReadOnlyMemory<byte>(other))];
        DmnReading reading = DmnReader.Read(Model(space, body), null, new DmnReadOptions { Importable = importable });
        return reading.Model ?? throw new ArgumentException(string.Join("; ", reading.Diagnostics));
    }

    private static byte[] Model(string space, string body) =>
        Encoding.UTF8.GetBytes($"<definitions xmlns=\"{Models.Space}\" id=\"m\" name=\"M\" namespace=\"{space}\">\n{body}\n</definitions>");
}
