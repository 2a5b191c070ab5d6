using Ninben.Feel;

namespace Ninben.Dmn.Tests;

public sealed class RequirementTests
{
    private const string Graph = """
        <itemDefinition name="tAge"><typeRef>number</typeRef></itemDefinition>
        <inputData id="i1" name="applicant age"><variable name="applicant age" typeRef="tAge"/></inputData>
        <inputData id="i2" name="unused"/>
        <businessKnowledgeModel id="k" name="double"><encapsulatedLogic><formalParameter name="n" typeRef="number"/><literalExpression>
        <text>n * 2</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
        <decision id="a" name="Base"><informationRequirement><requiredInput href="#i1"/></informationRequirement><literalExpression>
        <text>applicant age + 1</text></literalExpression></decision>
        <decision id="b" name="Final"><informationRequirement><requiredDecision href="#a"/></informationRequirement><knowledgeRequirement>
        <requiredKnowledge href="#k"/></knowledgeRequirement>
        <context><contextEntry><variable name="x"/><literalExpression><text>double(Base)</text></literalExpression></contextEntry><contextEntry>
        <literalExpression><text>x + 0.5</text></literalExpression></contextEntry></context></decision>
        """;

    [Fact]
    public void A_decision_uses_those_it_requires_and_knows_its_inputs()
    {
        DecisionDefinition final = Models.Read(Graph).Model!.Find("Final")!;

        DecisionResult result = final.Evaluate(FeelContext.Empty.With("applicant age", FeelValue.From(20)).With("other", FeelValue.True));

        Assert.Equal(FeelValue.From(42.5m), result.Output);
        Assert.Equal(["applicant age"], final.RequiredInputs);
        Assert.Equal(["applicant age"], result.Inputs.Keys);
        Assert.Empty(result.Notes);
    }

    [Fact]
    public void An_absent_or_misfitting_input_is_null_with_a_note()
    {
        DecisionDefinition final = Models.Read(Graph).Model!.Find("b")!;

        DecisionResult absent = final.Evaluate(FeelContext.Empty);
        DecisionResult misfit = final.Evaluate(FeelContext.Empty.With("applicant age", FeelValue.From("old")));

        Assert.True(absent.Output.IsNull && misfit.Output.IsNull);
        Assert.Equal("dmn-missing-input", absent.Notes[0].Code);
        Assert.Equal(("dmn-type", "i1"), (misfit.Notes[0].Code, misfit.Notes[0].Location.Element));
    }

    [Fact]
    public void The_budget_holds_for_the_whole_graph()
    {
        DmnModel model = Models.Read(
            "<decision id=\"d\" name=\"D\"><literalExpression><text>for i in 1..1000000000 return i</text></literalExpression></decision>").Model!;

        DecisionResult result = model.Find("D")!.Evaluate(FeelContext.Empty);

        Assert.True(result.Output.IsNull);
        Assert.Equal("budget-exhausted", result.Notes[0].Code);
    }
}
