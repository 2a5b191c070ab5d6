namespace Ninben.Feel.Tests;

public sealed class DiagnosticTests
{
    [Theory]
    [InlineData("1 +", "feel-syntax", 1, 4)]
    [InlineData("1 +\n  * 2", "feel-syntax", 2, 3)]
    [InlineData("\"abc", "feel-syntax", 1, 1)]
    [InlineData("if a then b", "feel-syntax", 1, 12)]
    [InlineData("[1, 2", "feel-syntax", 1, 6)]
    [InlineData("", "feel-empty", 1, 1)]
    [InlineData("1 /* open", "feel-syntax", 1, 3)]
    [InlineData("a instance of nothing", "feel-unknown-type", 1, 15)]
    public void Points_at_the_fault(string text, string code, int line, int column)
    {
        FeelCompilation compilation = FeelExpression.Compile(text, FeelScope.Open, "cell");

        Assert.Null(compilation.Expression);
        Diagnostic diagnostic = Assert.Single(compilation.Diagnostics);
        Assert.Equal((code, line, column, "cell"), (diagnostic.Code, diagnostic.Location.Line, diagnostic.Location.Column, diagnostic.Location.Source));
    }

    [Theory]
    [InlineData("a == b", "a = b")]
    [InlineData("a && b", "'and'")]
    [InlineData("a % b", "modulo")]
    [InlineData("if a then b", "else")]
    [InlineData("x = 'text'", "double quotation marks")]
    [InlineData("sum([1, 2]", "Close")]
    [InlineData("sum(1; 2)", "commas")]
    public void A_fault_that_others_make_too_has_a_hint(string text, string hint)
    {
        Diagnostic fault = Assert.Single(FeelExpression.Compile(text, FeelScope.Open).Diagnostics);

        Assert.Contains(hint, fault.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("matches(a, \"(a)\\\\1\")", 12)]
    [InlineData("replace(a, \"(.)\\\\1\", \"$1\")", 12)]
    [InlineData("split(a, \"(-)\\\\1\")", 10)]
    [InlineData("matches(pattern: \"(a)\\\\1\", input: a)", 18)]
    [InlineData("matches(a, \"(a\" + \")\\\\1\")", 12)]
    public void A_written_pattern_that_refers_back_is_a_warning_with_a_hint(string text, int column)
    {
        FeelCompilation compilation = FeelExpression.Compile(text, FeelScope.Of("a"));

        Assert.NotNull(compilation.Expression);
        Diagnostic warning = Assert.Single(compilation.Diagnostics);
        Assert.Equal(("feel-back-reference", DiagnosticSeverity.Warning, column), (warning.Code, warning.Severity, warning.Location.Column));
        Assert.NotEmpty(warning.Hint!);
    }

    [Theory]
    [InlineData("matches(a, \"(a)1\")")]
    [InlineData("matches(a, \"(a)\\\\\\\\1\")")]
    [InlineData("matches(a, \"(a)\\\\1\", \"q\")")]
    [InlineData("contains(a, \"(a)\\\\1\")")]
    public void A_pattern_that_only_looks_so_is_none(string text) => Assert.Empty(FeelExpression.Compile(text, FeelScope.Of("a")).Diagnostics);

    [Fact]
    public void An_unknown_name_is_an_error_in_a_closed_scope_and_a_look_up_in_an_open_one()
    {
        FeelCompilation closed = FeelExpression.Compile("amount + fee", FeelScope.Of("amount"));
        FeelCompilation open = FeelExpression.Compile("amount + fee", FeelScope.Open);

        Assert.Equal(("feel-unknown-name", 10), (closed.Diagnostics[0].Code, closed.Diagnostics[0].Location.Column));
        FeelContext variables = FeelContext.Empty.With("amount", FeelValue.From(1)).With("fee", FeelValue.From(2));
        Assert.Equal(FeelValue.From(3), open.Expression!.EvaluateValue(variables));
    }

    [Fact]
    public void Declared_names_hold_spaces_and_operators_and_the_longest_wins()
    {
        FeelScope scope = FeelScope.Of("a", "b", "a-b", "applicant age", "applicant", "date of birth");
        FeelContext variables = FeelContext.Empty.With("a", FeelValue.From(5)).With("b", FeelValue.From(2)).With("a-b", FeelValue.From(100))
            .With("applicant age", FeelValue.From(33)).With("applicant", FeelValue.From("x")).With("date of birth", FeelValue.From("d"));

        Assert.Equal(FeelValue.From(100), FeelExpression.Compile("a-b", scope).Expression!.EvaluateValue(variables));
        Assert.Equal(FeelValue.From(7), FeelExpression.Compile("a+b", scope).Expression!.EvaluateValue(variables));
        Assert.Equal(FeelValue.True, FeelExpression.Compile("applicant   age > 30 and date of birth = \"d\"", scope).Expression!.EvaluateValue(variables));
    }

    [Theory]
    [InlineData('(', ')')]
    [InlineData('[', ']')]
    [InlineData('-', ' ')]
    public void Deep_nesting_is_a_diagnostic_and_no_crash(char open, char close)
    {
        string text = new string(open, 200_000) + "1" + new string(close, 200_000);

        FeelCompilation compilation = FeelExpression.Compile(text, FeelScope.Open);

        Assert.Equal("feel-too-deep", Assert.Single(compilation.Diagnostics).Code);
    }

    [Fact]
    public void A_very_long_chain_of_operators_is_a_diagnostic_and_no_crash()
    {
        string text = "1" + string.Concat(Enumerable.Repeat("+1", 100_000));

        Assert.Equal("feel-too-deep", Assert.Single(FeelExpression.Compile(text, FeelScope.Open).Diagnostics).Code);
    }

    [Fact]
    public void A_null_answer_says_why_and_where()
    {
        FeelResult result = FeelExpression.Compile("1 + \n(2 * \"x\")", FeelScope.Open).Expression!.Evaluate(FeelContext.Empty);

        Assert.True(result.Value.IsNull);
        Assert.Equal(("feel-operand", 2), (result.Notes[0].Code, result.Notes[0].Location.Line));
    }
}
