using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ChatbotSante.Redaction.Analyzers;

/// <summary>Sockets, clients, processes and the terminal are used in the folders that Rooms.txt names.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RoomAnalyzer : DiagnosticAnalyzer
{
    private const string FileName = "Rooms.txt";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [Rules.OutsideItsRoom, Rules.NoRooms];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext start)
    {
        var file = start.Options.AdditionalFiles.FirstOrDefault(additional =>
            Normal(additional.Path).EndsWith("/" + FileName, StringComparison.Ordinal)
        );
        var refusals = new List<Diagnostic>();
        var rooms = Read(file, refusals, start.CancellationToken);
        start.RegisterCompilationEndAction(end => refusals.ForEach(end.ReportDiagnostic));

        var root = file is null
            ? "/"
            : Normal(file.Path).Substring(0, file.Path.Length - FileName.Length);
        var known = new ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<Room>>(
            SymbolEqualityComparer.Default
        );
        start.RegisterOperationAction(
            context =>
                Check(
                    context,
                    type => known.GetOrAdd(type, of => [.. rooms.Where(room => room.Concerns(of))]),
                    root
                ),
            OperationKind.Invocation,
            OperationKind.ObjectCreation,
            OperationKind.PropertyReference,
            OperationKind.FieldReference,
            OperationKind.EventReference,
            OperationKind.MethodReference,
            OperationKind.TypeOf
        );
    }

    /// <summary>Without the file, or with a line that says nothing, the build fails: what is not read forbids nothing.</summary>
    private static ImmutableArray<Room> Read(
        AdditionalText? file,
        List<Diagnostic> refusals,
        CancellationToken cancellationToken
    )
    {
        if (file?.GetText(cancellationToken) is not { } text)
        {
            refusals.Add(
                Diagnostic.Create(
                    Rules.NoRooms,
                    Location.None,
                    $"{FileName} is not among the additional files: no way out is watched"
                )
            );
            return [];
        }

        var rooms = ImmutableArray.CreateBuilder<Room>();
        foreach (var line in text.Lines)
        {
            var written = line.ToString().Trim();
            if (written.Length == 0 || written[0] == '#')
            {
                continue;
            }

            if (Room.Parse(written) is { } room)
            {
                rooms.Add(room);
            }
            else
            {
                refusals.Add(
                    Diagnostic.Create(
                        Rules.NoRooms,
                        Location.Create(
                            file.Path,
                            line.Span,
                            text.Lines.GetLinePositionSpan(line.Span)
                        ),
                        "Write « api = folder, folder; what to do elsewhere »"
                    )
                );
            }
        }

        return rooms.ToImmutable();
    }

    private static void Check(
        OperationAnalysisContext context,
        Func<INamedTypeSymbol, ImmutableArray<Room>> roomsOf,
        string root
    )
    {
        foreach (var (member, type) in Used(context.Operation))
        {
            var closed = roomsOf(type.OriginalDefinition)
                .FirstOrDefault(room =>
                    room.Is(member) && !room.Holds(Path(context.Operation, root))
                );
            if (closed is not null)
            {
                context.ReportDiagnostic(
                    Diagnostic.Create(
                        Rules.OutsideItsRoom,
                        context.Operation.Syntax.GetLocation(),
                        closed.Api,
                        closed.Folders,
                        closed.Advice
                    )
                );
                return;
            }
        }
    }

    private static string Path(IOperation operation, string root)
    {
        var path = Normal(operation.Syntax.SyntaxTree.FilePath);
        return path.StartsWith(root, StringComparison.Ordinal) ? path.Substring(root.Length) : path;
    }

    /// <summary>The members used, and the types named, whose making somebody else is asked for (<c>Create&lt;T&gt;()</c>, <c>typeof</c>).</summary>
    private static IEnumerable<(ISymbol Member, INamedTypeSymbol Type)> Used(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation call:
                yield return (call.TargetMethod, call.TargetMethod.ContainingType);
                foreach (var made in call.TargetMethod.TypeArguments.OfType<INamedTypeSymbol>())
                {
                    foreach (var constructor in made.InstanceConstructors)
                    {
                        yield return (constructor, made);
                    }
                }

                break;
            case IObjectCreationOperation { Constructor: { } constructor }:
                yield return (constructor, constructor.ContainingType);
                break;
            case IMemberReferenceOperation { Member: { ContainingType: { } type } member }:
                yield return (member, type);
                break;
            case ITypeOfOperation { TypeOperand: INamedTypeSymbol type }:
                foreach (var constructor in type.InstanceConstructors)
                {
                    yield return (constructor, type);
                }

                break;
            default:
                break;
        }
    }

    private static string Normal(string path) => path.Replace('\\', '/');
}
