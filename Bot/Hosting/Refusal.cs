using System.Data.Common;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Dialogs;
using Microsoft.Extensions.Options;

namespace ChatbotSante.Bot.Hosting;

/// <summary>Faults that the operator can mend: told in one line, without a stack.</summary>
internal static class Refusal
{
    /// <summary>Where an unknown setting is refused.</summary>
    private const string Binder = "Microsoft.Extensions.Configuration.Binder";

    public static bool Is(Exception fault) =>
        fault
            is ChatbotSanteException
                or OptionsValidationException
                or DbException
                or UnauthorizedAccessException
        || (
            fault is InvalidOperationException
            && string.Equals(fault.Source, Binder, StringComparison.Ordinal)
        );

    /// <summary>What to tell. A database's own message can quote values: it is not repeated.</summary>
    public static string Of(Exception fault) =>
        fault switch
        {
            DbException => new StoreUnavailableException(fault).Message,
            UnauthorizedAccessException => new DataFolderNotOursException(fault).Message,
            _ => fault.Message,
        };
}
