using NUnit.Framework.Constraints;

namespace ChatbotSante.Tests.Dialogs;

/// <summary>Constraints on what was said.</summary>
internal static class Replies
{
    /// <summary>These keys, in this order, and nothing else.</summary>
    public static Constraint Are(params string[] keys) => new KeysConstraint(keys, all: true);

    /// <summary>This key among others.</summary>
    public static Constraint Hold(string key) => new KeysConstraint([key], all: false);

    private sealed class KeysConstraint(string[] keys, bool all) : Constraint
    {
        public override string Description => string.Join(", ", keys);

        public override ConstraintResult ApplyTo<TActual>(TActual actual)
        {
            var said = ((IReadOnlyList<Said>)(object)actual!).Select(reply => reply.Key).ToArray();
            return new ConstraintResult(
                this,
                said,
                all ? said.SequenceEqual(keys) : said.Contains(keys[0])
            );
        }
    }
}
