using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Ninben.Feel.Values;

namespace Ninben.Feel.Syntax;

/// <summary>
/// A Pratt parser for FEEL (DMN 1.5, 10.3.1.2). It knows the names in scope, because a name may hold spaces and operators:
/// at every place where a name may begin, the longest declared one wins.
/// </summary>
internal sealed class Parser
{
    /// <summary>Nested brackets, ifs, loops and signs; each takes a few stack frames of the parser.</summary>
    public const int MaximumNesting = 200;

    /// <summary>Levels of nodes; longer than nesting because a chain of operators leans to the left without recursion here.</summary>
    public const int MaximumDepth = 1_000;

    private readonly List<Token> _tokens;
    private readonly SourceText _source;
    private readonly FeelScope _scope;
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics;
    private NameIndex _names;
    private int _at;
    private int _nesting;
    private int _rangeEnds;

    private Parser(SourceText source, FeelScope scope, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        _diagnostics = diagnostics;
        _source = source;
        _scope = scope;
        _names = new NameIndex(scope.Index);
        _tokens = Lexer.Read(source.Text);
    }

    private Token Current => _tokens[_at];

    private Token Next => _tokens[Math.Min(_at + 1, _tokens.Count - 1)];

    public static Node? ParseExpression(SourceText source, FeelScope scope, ImmutableArray<Diagnostic>.Builder diagnostics) =>
        Guarded(source, scope, diagnostics, static parser => parser.Expression(0));

    public static UnaryTestsNode? ParseUnaryTests(SourceText source, FeelScope scope, ImmutableArray<Diagnostic>.Builder diagnostics) =>
        (UnaryTestsNode?)Guarded(source, scope, diagnostics, static parser => parser.UnaryTests());

    private static Node? Guarded(SourceText source, FeelScope scope, ImmutableArray<Diagnostic>.Builder diagnostics, Func<Parser, Node> parse)
    {
        try
        {
            Parser parser = new(source, scope, diagnostics);
            if (parser.Current.Kind == TokenKind.End) throw new SyntaxFault("feel-empty", "An expression is expected, but the text is empty.", 0, 0);
            Node node = parse(parser);
            if (parser.Current.Kind != TokenKind.End) throw parser.Unexpected("the end of the expression");
            return node;
        }
        catch (SyntaxFault fault)
        {
            diagnostics.Add(new Diagnostic(fault.Code, DiagnosticSeverity.Error, fault.Message, source.LocationOf(fault.Start, fault.Length), fault.Hint));
            return null;
        }
    }

    private UnaryTestsNode UnaryTests()
    {
        Token first = Current;
        if (first.Is("-") && Next.Kind == TokenKind.End)
        {
            _at++;
            return new UnaryTestsNode(0, _source.Text.Length, [], TestSense.Any);
        }

        if (first.IsWord("not") && Next.Is("(") && ClosesAtEnd(_at + 1))
        {
            _at += 2;
            ImmutableArray<Node> negated = TestList();
            Expect(")");
            return new UnaryTestsNode(0, _source.Text.Length, negated, TestSense.Negated);
        }

        return new UnaryTestsNode(0, _source.Text.Length, TestList(), TestSense.Positive);
    }

    private bool ClosesAtEnd(int open)
    {
        int depth = 0;
        for (int i = open; i < _tokens.Count; i++)
        {
            if (_tokens[i].Is("(")) depth++;
            else if (_tokens[i].Is(")") && --depth == 0) return _tokens[i + 1].Kind == TokenKind.End;
        }

        return false;
    }

    private ImmutableArray<Node> TestList()
    {
        ImmutableArray<Node>.Builder tests = ImmutableArray.CreateBuilder<Node>();
        do
        {
            tests.Add(Test());
        }
        while (Take(","));
        return tests.ToImmutable();
    }

    private Node Test()
    {
        Token token = Current;
        if (RangeFormOf(token) is not RangeForm form) return Expression(0);
        _at++;
        Node endpoint = Expression(Precedence.Additive);
        return Deep(new UnaryRangeNode(token.Start, endpoint.End - token.Start, form, endpoint), endpoint);
    }

    private static RangeForm? RangeFormOf(Token token) => token.Kind != TokenKind.Symbol ? null : token.Text switch
    {
        "<" => RangeForm.Less,
        "<=" => RangeForm.LessOrEqual,
        ">" => RangeForm.Greater,
        ">=" => RangeForm.GreaterOrEqual,
        "=" => RangeForm.Equal,
        "!=" => RangeForm.NotEqual,
        _ => null,
    };

    private static class Precedence
    {
        public const int Or = 1;
        public const int And = 2;
        public const int Comparison = 3;
        public const int Additive = 4;
        public const int Multiplicative = 5;
        public const int Power = 6;
        public const int Unary = 7;
        public const int InstanceOf = 8;
        public const int Postfix = 9;
    }

    private Node Expression(int minimum)
    {
        if (++_nesting > MaximumNesting) throw TooDeep();
        Node left = Prefix();
        while (true)
        {
            int binding = BindingOf(Current);
            if (binding < minimum || binding == 0) break;
            left = Infix(left, binding);
            if (left.Depth > MaximumDepth) throw TooDeep();
        }

        _nesting--;
        return left;
    }

    private SyntaxFault TooDeep() => new("feel-too-deep", $"The expression is nested more than {MaximumNesting} levels deep.", Current.Start,
        Current.Length, "Split it into several decisions or context entries.");

    private int BindingOf(Token token)
    {
        if (token.Kind == TokenKind.Word)
        {
            return token.Text switch
            {
                "or" => Precedence.Or,
                "and" => Precedence.And,
                "between" or "in" => Precedence.Comparison,
                "instance" => Precedence.InstanceOf,
                _ => 0,
            };
        }

        if (token.Kind != TokenKind.Symbol) return 0;
        return token.Text switch
        {
            "=" or "!=" or "<" or "<=" or ">" or ">=" => Precedence.Comparison,
            "+" or "-" => Precedence.Additive,
            "*" or "/" => Precedence.Multiplicative,
            "**" => Precedence.Power,
            "." or "(" => Precedence.Postfix,
            "[" => _rangeEnds > 0 && ClosesRange() ? 0 : Precedence.Postfix,
            _ => 0,
        };
    }

    // In a range such as ]1..5[ the last bracket closes; it opens a filter when an operand follows it.
    private bool ClosesRange() => Next.Kind is TokenKind.End
        || (Next.Kind == TokenKind.Symbol && Next.Text is ")" or "," or "]" or "}" or "=" or "!=" or "<" or "<=" or ">" or ">=" or "." or "+" or "*" or "/")
        || (Next.Kind == TokenKind.Word && Next.Text is "and" or "or" or "return" or "satisfies" or "then" or "else" or "instance" or "in");

    private Node Infix(Node left, int binding)
    {
        Token token = Current;
        _at++;
        switch (token.Text)
        {
            case "between":
                // The "and" between the bounds must not be taken as conjunction, so the bounds bind tighter.
                Node low = Expression(Precedence.Additive);
                ExpectWord("and");
                Node high = Expression(Precedence.Additive);
                return Deep(new BetweenNode(left.Start, high.End - left.Start, left, low, high), left, low, high);
            case "in":
                return InTests(left);
            case "instance":
                ExpectWord("of");
                FeelType type = Type();
                return Deep(new InstanceOfNode(left.Start, _tokens[_at - 1].End - left.Start, left, type), left);
            case ".":
                string member = Member();
                return Deep(new PathNode(left.Start, _tokens[_at - 1].End - left.Start, left, member), left);
            case "(":
                return Call(left);
            case "[":
                int ends = _rangeEnds;
                _rangeEnds = 0;
                Node predicate = RangeFormOf(Current) is null ? Expression(0) : Test();
                _rangeEnds = ends;
                Expect("]");
                return Deep(new FilterNode(left.Start, _tokens[_at - 1].End - left.Start, left, predicate), left, predicate);
            default:
                Node right = Expression(binding + 1);
                return Deep(new BinaryNode(left.Start, right.End - left.Start, OperatorOf(token), left, right), left, right);
        }
    }

    private static BinaryOperator OperatorOf(Token token) => token.Text switch
    {
        "or" => BinaryOperator.Or,
        "and" => BinaryOperator.And,
        "=" => BinaryOperator.Equal,
        "!=" => BinaryOperator.NotEqual,
        "<" => BinaryOperator.Less,
        "<=" => BinaryOperator.LessOrEqual,
        ">" => BinaryOperator.Greater,
        ">=" => BinaryOperator.GreaterOrEqual,
        "+" => BinaryOperator.Add,
        "-" => BinaryOperator.Subtract,
        "*" => BinaryOperator.Multiply,
        "/" => BinaryOperator.Divide,
        _ => BinaryOperator.Power,
    };

    private InNode InTests(Node value)
    {
        // "in (" may begin a list of tests or an open range such as (1..5]; only the former ends at its own parenthesis without "..".
        if (Current.Is("(") && !IsOpenRange())
        {
            _at++;
            ImmutableArray<Node> tests = TestList();
            Expect(")");
            return Deep(new InNode(value.Start, _tokens[_at - 1].End - value.Start, value, tests), [value, .. tests]);
        }

        Token start = Current;
        Node test = RangeFormOf(start) is null ? Expression(Precedence.Additive) : Test();
        return Deep(new InNode(value.Start, test.End - value.Start, value, [test]), value, test);
    }

    private bool IsOpenRange()
    {
        int depth = 0;
        for (int i = _at; i < _tokens.Count; i++)
        {
            Token token = _tokens[i];
            if (token.Kind != TokenKind.Symbol) continue;
            if (token.Text == "..") { if (depth == 1) return true; }
            else if (token.Text is "(" or "[" or "{") depth++;
            else if (token.Text is ")" or "]" or "}" && --depth == 0) return false;
            else if (token.Text == "," && depth == 1) return false;
        }

        return false;
    }

    private CallNode Call(Node target)
    {
        ImmutableArray<Node>.Builder arguments = ImmutableArray.CreateBuilder<Node>();
        ImmutableArray<string>.Builder names = ImmutableArray.CreateBuilder<string>();
        int ends = _rangeEnds;
        _rangeEnds = 0;
        if (!Current.Is(")"))
        {
            bool named = ColonFollows();
            do
            {
                if (named) names.Add(DeclaredName(":", "parameter name"));
                if (named) Expect(":");
                arguments.Add(RangeFormOf(Current) is null ? Expression(0) : Test());
            }
            while (Take(","));
        }

        _rangeEnds = ends;
        Expect(")");
        return Deep(new CallNode(target.Start, _tokens[_at - 1].End - target.Start, target, arguments.ToImmutable(), names.ToImmutable()),
            [target, .. arguments]);
    }

    private bool ColonFollows()
    {
        for (int i = _at; i < _tokens.Count; i++)
        {
            if (_tokens[i].Is(":")) return true;
            if (_tokens[i].Kind is not (TokenKind.Word or TokenKind.Number) && !_tokens[i].Is("'") && !_tokens[i].Is("-")) return false;
        }

        return false;
    }

    private Node Prefix()
    {
        Token token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                _at++;
                return FeelNumber.Parse(token.Text) is { IsNumber: true } number ? Literal(token, number)
                    : throw new SyntaxFault("feel-number", $"The number {token.Text} is out of range.", token.Start, token.Length);
            case TokenKind.String:
                _at++;
                return Literal(token, FeelValue.From(token.Text));
            case TokenKind.Word:
                return WordPrefix(token);
            case TokenKind.Symbol:
                return SymbolPrefix(token);
            default:
                throw Unexpected("an expression");
        }
    }

    private Node SymbolPrefix(Token token)
    {
        switch (token.Text)
        {
            case "-":
                _at++;
                Node operand = Expression(Precedence.Unary);
                return Deep(new NegationNode(token.Start, operand.End - token.Start, operand), operand);
            case "(":
                return Parenthesis(token);
            case "[":
                return ListOrRange(token);
            case "]":
                _at++;
                return RangeFrom(token, Expression(Precedence.Additive), fromIncluded: false);
            case "{":
                return Context(token);
            case "@" when Next.Kind == TokenKind.String:
                _at += 2;
                FeelValue value = TemporalText.ParseAny(_tokens[_at - 1].Text);
                return new LiteralNode(token.Start, _tokens[_at - 1].End - token.Start, value);
            default:
                throw Unexpected("an expression");
        }
    }

    private Node WordPrefix(Token token)
    {
        (string? name, int count) = _names.Longest(_tokens, _at);
        if (name is not null && count > 1)
        {
            _at += count;
            return new NameNode(token.Start, _tokens[_at - 1].End - token.Start, name);
        }

        switch (token.Text)
        {
            case "true" or "false" or "null":
                _at++;
                return Literal(token, token.Text switch { "true" => FeelValue.True, "false" => FeelValue.False, _ => default });
            case "if":
                return If(token);
            case "for":
                return For(token);
            case "some" or "every" when Next.Kind == TokenKind.Word:
                return Quantified(token);
            case "function" when Next.Is("("):
                return Function(token);
            case "then" or "else" or "return" or "satisfies" or "in" or "and" or "or" or "between":
                throw Unexpected("an expression");
        }

        _at++;
        // Two words beside each other are never valid FEEL, so they can only be one name that is not declared.
        while (Current.Kind == TokenKind.Word && !EndsName(Current.Text)) _at++;
        return new NameNode(token.Start, _tokens[_at - 1].End - token.Start, NameText(token.Start, _tokens[_at - 1].End));
    }

    private static bool EndsName(string word) =>
        word is "and" or "or" or "in" or "between" or "instance" or "then" or "else" or "return" or "satisfies" or "external" or "of";

    private Node Parenthesis(Token open)
    {
        _at++;
        int ends = _rangeEnds;
        _rangeEnds = 0;
        bool bare = RangeFormOf(Current) is null;
        Node inner = bare ? Expression(0) : Test();
        _rangeEnds = ends;
        if (bare && Current.Is("..")) return RangeFrom(open, inner, fromIncluded: false);
        Expect(")");
        return inner;
    }

    private Node ListOrRange(Token open)
    {
        _at++;
        int ends = _rangeEnds;
        _rangeEnds = 0;
        ImmutableArray<Node>.Builder items = ImmutableArray.CreateBuilder<Node>();
        if (!Current.Is("]"))
        {
            do
            {
                items.Add(RangeFormOf(Current) is null ? Expression(0) : Test());
                if (items.Count == 1 && Current.Is(".."))
                {
                    _rangeEnds = ends;
                    return RangeFrom(open, items[0], fromIncluded: true);
                }
            }
            while (Take(","));
        }

        _rangeEnds = ends;
        Expect("]");
        return Deep(new ListNode(open.Start, _tokens[_at - 1].End - open.Start, items.ToImmutable()), CollectionsMarshal.AsSpan(items.ToList()));
    }

    private RangeNode RangeFrom(Token open, Node from, bool fromIncluded)
    {
        Expect("..");
        _rangeEnds++;
        Node to = Expression(Precedence.Additive);
        _rangeEnds--;
        Token close = Current;
        if (!close.Is("]") && !close.Is(")") && !close.Is("[")) throw Unexpected("']', ')' or '[' to close the range");
        _at++;
        return Deep(new RangeNode(open.Start, close.End - open.Start, from, to, fromIncluded, close.Is("]")), from, to);
    }

    private ContextNode Context(Token open)
    {
        _at++;
        int ends = _rangeEnds;
        _rangeEnds = 0;
        NameIndex outer = _names;
        _names = new NameIndex(outer);
        HashSet<string> seen = new(StringComparer.Ordinal);
        ImmutableArray<ContextEntry>.Builder entries = ImmutableArray.CreateBuilder<ContextEntry>();
        if (!Current.Is("}"))
        {
            do
            {
                Token key = Current;
                string name = key.Kind == TokenKind.String ? key.Text : DeclaredName(":", "entry name");
                if (key.Kind == TokenKind.String) _at++;
                Expect(":");
                Node value = Expression(0);
                if (!seen.Add(name)) _diagnostics.Add(new Diagnostic("feel-duplicate-entry", DiagnosticSeverity.Warning,
                    $"The context has two entries named '{name}', so it is null.", _source.LocationOf(key.Start, key.Length)));
                entries.Add(new ContextEntry(name, value));
                _names.Declare(name);
                // Members of a literal may be used in a path or filter further on in the same text.
                outer.Declare(name);
            }
            while (Take(","));
        }

        _names = outer;
        _rangeEnds = ends;
        Expect("}");
        return Deep(new ContextNode(open.Start, _tokens[_at - 1].End - open.Start, entries.ToImmutable()), [.. entries.Select(entry => entry.Value)]);
    }

    private IfNode If(Token start)
    {
        _at++;
        Node condition = Expression(0);
        ExpectWord("then");
        Node then = Expression(0);
        ExpectWord("else");
        Node otherwise = Expression(0);
        return Deep(new IfNode(start.Start, otherwise.End - start.Start, condition, then, otherwise), condition, then, otherwise);
    }

    private ForNode For(Token start)
    {
        _at++;
        NameIndex outer = _names;
        ImmutableArray<Iterator> iterators = Iterators();
        ExpectWord("return");
        Node body = Expression(0);
        _names = outer;
        return Deep(new ForNode(start.Start, body.End - start.Start, iterators, body), [body, .. iterators.Select(iterator => iterator.Domain)]);
    }

    private QuantifiedNode Quantified(Token start)
    {
        _at++;
        NameIndex outer = _names;
        ImmutableArray<Iterator> iterators = Iterators();
        ExpectWord("satisfies");
        Node body = Expression(0);
        _names = outer;
        Quantifier quantifier = start.Text == "some" ? Quantifier.Some : Quantifier.Every;
        return Deep(new QuantifiedNode(start.Start, body.End - start.Start, quantifier, iterators, body),
            [body, .. iterators.Select(iterator => iterator.Domain)]);
    }

    private ImmutableArray<Iterator> Iterators()
    {
        ImmutableArray<Iterator>.Builder iterators = ImmutableArray.CreateBuilder<Iterator>();
        do
        {
            string name = DeclaredName("in", "variable name");
            ExpectWord("in");
            Node domain = Expression(0);
            Node? to = Take("..") ? Expression(Precedence.Additive) : null;
            iterators.Add(new Iterator(name, domain, to));
            _names = new NameIndex(_names);
            _names.Declare(name);
        }
        while (Take(","));
        return iterators.ToImmutable();
    }

    private FunctionNode Function(Token start)
    {
        _at += 2;
        NameIndex outer = _names;
        _names = new NameIndex(outer);
        ImmutableArray<FeelParameter>.Builder parameters = ImmutableArray.CreateBuilder<FeelParameter>();
        if (!Current.Is(")"))
        {
            do
            {
                string name = DeclaredName(",", "parameter name");
                FeelType type = Take(":") ? Type() : FeelType.Any;
                parameters.Add(new FeelParameter(name, type));
                _names.Declare(name);
            }
            while (Take(","));
        }

        Expect(")");
        FunctionForm form = Current.IsWord("external") ? FunctionForm.External : FunctionForm.Feel;
        if (form == FunctionForm.External) _at++;
        Node body = Expression(0);
        _names = outer;
        return Deep(new FunctionNode(start.Start, body.End - start.Start, parameters.ToImmutable(), body, form), body);
    }

    private FeelType Type()
    {
        if (++_nesting > MaximumNesting) throw TooDeep();
        Token token = Current;
        FeelType type = NamedType(token);
        _nesting--;
        return type;
    }

    private FeelType NamedType(Token token)
    {
        if (token.Kind != TokenKind.Word) throw Unexpected("a type name");
        if (token.Text is "list" or "range" && Next.Is("<"))
        {
            _at += 2;
            FeelType item = Type();
            Expect(">");
            return token.Text == "list" ? new ListType(item) : new RangeType(item);
        }

        if (token.Text == "context" && Next.Is("<")) return ContextOf();
        if (token.Text == "function" && Next.Is("<")) return FunctionOf();
        int end = _at;
        FeelType? type = null;
        // The longest run of words that names a type: "days and time duration", "date and time", "tLoan".
        for (int i = _at; i < Math.Min(_at + 8, _tokens.Count) && _tokens[i].Kind is TokenKind.Word or TokenKind.Number
            || (i < _tokens.Count && i > _at && _tokens[i].Is(".")); i++)
        {
            string name = NameText(token.Start, _tokens[i].End);
            if ((FeelType.Named(name) ?? _scope.Types(name)) is not FeelType found) continue;
            type = found;
            end = i;
        }

        if (type is null) throw new SyntaxFault("feel-unknown-type", $"There is no type named '{token.Text}'.", token.Start, token.Length,
            "Types are number, string, boolean, date, time, date and time, the two durations, list<T>, context<...>, range<T>, function<...>, Any, " +
            "Null, and the types of the model.");
        _at = end + 1;
        return type;
    }

    private ContextType ContextOf()
    {
        _at += 2;
        ImmutableArray<FeelParameter>.Builder fields = ImmutableArray.CreateBuilder<FeelParameter>();
        do
        {
            string name = DeclaredName(":", "entry name");
            Expect(":");
            fields.Add(new FeelParameter(name, Type()));
        }
        while (Take(","));
        Expect(">");
        return new ContextType(fields.ToImmutable());
    }

    private FunctionType FunctionOf()
    {
        _at += 2;
        List<FeelType> parameters = [];
        if (!Current.Is(">"))
        {
            do
            {
                parameters.Add(Type());
            }
            while (Take(","));
        }

        Expect(">");
        Expect("->");
        return new FunctionType(parameters, Type());
    }

    private string Member()
    {
        Token first = Current;
        if (first.Kind != TokenKind.Word) throw Unexpected("the name of an entry");
        (string? name, int count) = _names.Longest(_tokens, _at);
        if (name is not null && count > 1)
        {
            _at += count;
            return name;
        }

        _at++;
        while (Current.Kind == TokenKind.Word && !EndsName(Current.Text)) _at++;
        return NameText(first.Start, _tokens[_at - 1].End);
    }

    /// <summary>Reads the tokens of a name being declared, up to the stop word or symbol (which stays).</summary>
    private string DeclaredName(string stop, string what)
    {
        Token first = Current;
        if (first.Kind != TokenKind.Word) throw Unexpected("a " + what);
        _at++;
        while (Current.Text != stop && Current.Kind is not (TokenKind.End or TokenKind.Faulty or TokenKind.String)
            && !(Current.Kind == TokenKind.Symbol && Current.Text is ":" or "," or ")" or "(" or "]" or "[" or "{" or "}"))
        {
            _at++;
        }

        return NameText(first.Start, _tokens[_at - 1].End);
    }

    private string NameText(int start, int end)
    {
        ReadOnlySpan<char> raw = _source.Text.AsSpan(start, end - start);
        if (!raw.ContainsAny(" \t\r\n\u00A0")) return raw.ToString();
        StringBuilder name = new(raw.Length);
        bool blank = false;
        foreach (char c in raw)
        {
            if (char.IsWhiteSpace(c))
            {
                blank = true;
                continue;
            }

            if (blank) name.Append(' ');
            blank = false;
            name.Append(c);
        }

        return name.ToString();
    }

    private static LiteralNode Literal(Token token, FeelValue value) => new(token.Start, token.Length, value);

    private static T Deep<T>(T node, params ReadOnlySpan<Node> children)
        where T : Node
    {
        int depth = 0;
        foreach (Node child in children) depth = Math.Max(depth, child.Depth);
        return node with { Depth = depth + 1 };
    }

    private bool Take(string symbol)
    {
        if (!Current.Is(symbol)) return false;
        _at++;
        return true;
    }

    private void Expect(string symbol)
    {
        if (!Take(symbol)) throw Unexpected($"'{symbol}'");
    }

    private void ExpectWord(string word)
    {
        if (!Current.IsWord(word)) throw Unexpected($"'{word}'");
        _at++;
    }

    private SyntaxFault Unexpected(string expected)
    {
        Token token = Current;
        if (token.Kind == TokenKind.Faulty) return new SyntaxFault("feel-syntax", token.Text, token.Start, token.Length);
        string found = token.Kind == TokenKind.End ? "the text ends" : $"found '{_source.Text.AsSpan(token.Start, Math.Min(token.Length, 40))}'";
        return new SyntaxFault("feel-syntax", $"Expected {expected}, but {found}.", token.Start, token.Length, HintFor(expected));
    }

    // What people from other languages write, and what FEEL has instead.
    private string? HintFor(string expected)
    {
        Token before = _tokens[Math.Max(_at - 1, 0)];
        return Current.Text switch
        {
            "=" when before.Is("=") => "Equality is written with one sign: a = b.",
            "&" or "|" => "Conditions are joined by the words 'and' and 'or'.",
            "!" => "Negation is written not(a), inequality a != b.",
            "'" => "Text stands in double quotation marks.",
            "%" => "The remainder is modulo(a, b); a percentage is written as a fraction, 0.05.",
            ";" => "Arguments and elements are separated by commas.",
            "?" => "A choice is written: if a then b else c.",
            _ when expected == "'else'" => "Every if has an else: if a then b else null.",
            _ when expected == "'then'" => "A choice is written: if a then b else c.",
            _ when expected is "')'" or "']'" or "'}'" && Current.Kind == TokenKind.End => $"Close what was opened with {expected}.",
            _ => null,
        };
    }
}
