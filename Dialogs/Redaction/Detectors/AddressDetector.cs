namespace ChatbotSante.Redaction;

/// <summary>Postal addresses: a kind of street and what follows it, its number before, floor, postcode and town after.</summary>
internal static class AddressDetector
{
    private const int MaxNameWords = 8;
    private const int MaxTownWords = 5;
    private const int MaxParts = 8;

    public static void Find(scoped in MessageScan scan)
    {
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            if (scan.Taken[i])
            {
                continue;
            }

            var end = Street(scan, i, out var first);
            if (end > i)
            {
                end = Rest(scan, end);

                // « résidence du Parc, 6 rue des Lilas », « appt 31, 15 quai Bert »: the second street goes with the first.
                for (
                    var more = 0;
                    more < 2 && NextStreet(scan, end) is var next && next > end;
                    more++
                )
                {
                    end = Rest(scan, next);
                }

                scan.Add(first, end - 1, DataCategory.Address, Confidence.Likely);
                i = end - 1;
                continue;
            }

            end = Postcode(scan, i);
            if (end > i)
            {
                var place = PlaceBefore(scan, i);
                scan.Add(
                    place,
                    end - 1,
                    place < i ? DataCategory.Address : DataCategory.Location,
                    Confidence.Likely
                );
                i = end - 1;
                continue;
            }

            end = Box(scan, i);
            if (end > i)
            {
                var street = NextStreet(scan, end);
                end = street > end ? Rest(scan, street) : Town(scan, end);
                scan.Add(i, end - 1, DataCategory.Address, Confidence.Likely);
                i = end - 1;
            }
        }
    }

    /// <summary>Floor, door, postcode and town.</summary>
    private static int Rest(scoped in MessageScan scan, int end)
    {
        end = Parts(scan, end);
        end = Town(scan, end);
        return Parts(scan, end);
    }

    private static int Street(scoped in MessageScan scan, int i, out int first)
    {
        first = i;
        var info = scan.Info(i);
        var isHamlet = scan.Word(i) is "lieu" && scan.Word(i + 1) is "dit";
        if (!info.Has(WordFlags.Street | WordFlags.NumberedStreet) && !isHamlet)
        {
            return i;
        }

        var name = isHamlet ? i + 2 : i + 1;
        var number = NumberBefore(scan, i);
        var isSure = info.Has(WordFlags.Street) || isHamlet;

        // « 3 passage », « 2 place »: a count and what is counted, unless a name follows.
        var end = Name(scan, name);
        if (end <= name || (number < 0 && !isSure && !IsLivedIn(scan, i, end)))
        {
            return i;
        }

        first = number >= 0 ? number : i;
        return end;
    }

    /// <summary>« j'habite résidence du Parc », « Résidence Les Tilleuls, bât. C », « square Mozart 37000 Tours »: no number, and an address.</summary>
    private static bool IsLivedIn(scoped in MessageScan scan, int i, int end)
    {
        var isAsked =
            scan.Expected.Contains(DataCategory.Address)
            || scan.Expected.Contains(DataCategory.Location);
        if (
            isAsked
            || Part(scan, end) > end
            || (end < scan.Tokens.Length && Postcode(scan, end) > end)
        )
        {
            return true;
        }

        for (var j = i - 1; j >= 0 && i - j <= 4 && !Gaps.EndsSentence(scan.Gap(j + 1)); j--)
        {
            if (scan.Has(j, WordFlags.Dwelling))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The index after a street that begins right here, its number first; the index itself when there is none.</summary>
    private static int NextStreet(scoped in MessageScan scan, int from)
    {
        if (!IsNear(scan, from))
        {
            return from;
        }

        for (var i = from; i < scan.Tokens.Length && i - from <= 4; i++)
        {
            var end = scan.Taken[i] ? i : Street(scan, i, out _);
            if (end > i)
            {
                return end;
            }

            var isNumber =
                scan.IsNumber(i)
                || scan.Has(i, WordFlags.NumberWord)
                || scan.Word(i) is "bis" or "ter" or "au" or "b" or "a";
            if (!isNumber)
            {
                break;
            }
        }

        return from;
    }

    /// <summary>« Le Bourg, 24330 Saint-Crépin », « Ferme des Aulnes - 37150 Dierre »: where a name with capitals before a postcode begins.</summary>
    private static int PlaceBefore(scoped in MessageScan scan, int postcode)
    {
        var first = postcode;
        for (var j = postcode - 1; j >= 0 && postcode - j <= MaxNameWords; j--)
        {
            var gap = scan.Gap(j + 1);
            var isStop =
                scan.Taken[j]
                || scan.IsAllCapitals
                || gap.Length > 3
                || gap.IndexOfAnyExcept(" ,-'") >= 0
                || scan.Info(j).Label is not null
                || scan.Has(j, WordFlags.Dwelling | WordFlags.Title | WordFlags.Facility);
            if (isStop)
            {
                break;
            }

            if (scan.StartsWithCapital(j) || scan.IsNumber(j))
            {
                first = j;
            }
            else if (!scan.Has(j, WordFlags.Particle))
            {
                break;
            }
        }

        // One word at the start of a sentence may be anything.
        return scan.Gap(postcode).Contains(',') || scan.Gap(postcode).Contains('-')
            ? first
            : postcode;
    }

    /// <summary>« 12 », « 12 bis », « douze », « 3-5 » before the kind of street; -1 when there is none.</summary>
    private static int NumberBefore(scoped in MessageScan scan, int i)
    {
        var at = i - 1;

        // « au 45 de la rue Jean Jaurès ».
        if (scan.Word(at) is "la" or "l" && scan.Word(at - 1) is "de")
        {
            at -= 2;
        }
        else if (
            scan.Word(at) is "du"
            && (scan.IsNumber(at - 1) || scan.Has(at - 1, WordFlags.NumberWord))
        )
        {
            at--;
        }

        if (
            scan.Word(at) is "bis" or "ter" or "quater"
            || (
                at > 0
                && scan.Tokens[at].Length == 1
                && scan.IsNumber(at - 1)
                && scan.Gap(at).Length <= 1
            )
        )
        {
            at--;
        }

        if (at < 0 || Gaps.EndsSentence(scan.Gap(i)))
        {
            return -1;
        }

        if (scan.IsNumber(at) && scan.Tokens[at].Length <= 4)
        {
            return scan.IsNumber(at - 1) && scan.Gap(at) is "-" or "/" ? at - 1 : at;
        }

        if (!scan.Has(at, WordFlags.NumberWord))
        {
            return -1;
        }

        var start = at;
        while (
            start > 0
            && at - start < 4
            && (
                scan.Has(start - 1, WordFlags.NumberWord)
                || (scan.Word(start - 1) is "et" && scan.Has(start - 2, WordFlags.NumberWord))
            )
            && scan.IsOneStretch(start)
        )
        {
            start--;
        }

        return scan.Word(start) is "un" or "une" && start == at ? -1 : start;
    }

    /// <summary>The index after the words of a street's name.</summary>
    private static int Name(scoped in MessageScan scan, int from)
    {
        var end = from;
        var hasName = false;
        for (var i = from; i < scan.Tokens.Length && i - from < MaxNameWords; i++)
        {
            if (scan.Taken[i] && FrenchMonths.Number(scan.Word(i)) == 0 && !scan.IsNumber(i))
            {
                break;
            }

            var gap = scan.Gap(i);
            if (
                gap.Length > 2
                || gap.IndexOfAnyExcept(" -'.") >= 0
                || (gap.Contains('.') && !(scan.Tokens[i - 1].Length <= 3))
            )
            {
                break;
            }

            if (IsNameWord(scan, i, hasName))
            {
                // A particle belongs to the name only when a word of it follows.
                var isParticle =
                    scan.Has(i, WordFlags.Particle)
                    || scan.Word(i) is "et" or "sur" or "en" or "aux" or "au";
                hasName |= !isParticle;
                end = isParticle ? end : i + 1;
                continue;
            }

            // « Rue du 8 mai 1945 », « rue du onze novembre ».
            if (
                (scan.IsNumber(i) || scan.Has(i, WordFlags.NumberWord))
                && i > from
                && FrenchMonths.Number(scan.Word(i + 1)) > 0
                && (scan.IsNumber(i) || scan.Word(i + 1) is not "sept")
            )
            {
                end = i + 2;
                end += scan.IsNumber(end) && scan.Tokens[end].Length == 4 ? 1 : 0;
                return end;
            }

            break;
        }

        return hasName ? end : from;
    }

    private static bool IsNameWord(scoped in MessageScan scan, int i, bool hasName)
    {
        var info = scan.Info(i);
        if (scan.Tokens[i].IsNumber || info.Has(WordFlags.AddressPart) && hasName)
        {
            return false;
        }

        if (info.Has(WordFlags.Particle) || scan.Word(i) is "et" or "aux" or "au" or "sur" or "en")
        {
            return !(
                hasName && scan.Word(i) is "et" or "au" or "en" && !scan.StartsWithCapital(i + 1)
            );
        }

        return scan.StartsWithCapital(i)
            || info.Has(WordFlags.Title | WordFlags.GivenName)
            || !info.Has(WordFlags.Ordinary | WordFlags.NumberWord)
            || (!hasName && info.Has(WordFlags.BodyPart));
    }

    /// <summary>« , appartement 12, 3e étage, bâtiment B ».</summary>
    private static int Parts(scoped in MessageScan scan, int end)
    {
        for (var parts = 0; parts < MaxParts && end < scan.Tokens.Length; parts++)
        {
            var next = Part(scan, end);
            if (next == end)
            {
                break;
            }

            end = next;
        }

        return end;
    }

    private static int Part(scoped in MessageScan scan, int i)
    {
        if (!IsNear(scan, i))
        {
            return i;
        }

        var at = i + (scan.Word(i) is "au" or "a" or "l" or "le" or "la" ? 1 : 0);

        // « 3e étage », « troisième étage », « 2 ème ».
        var afterNumber = at;
        if (scan.IsNumber(at) && scan.Tokens[at].Length <= 2)
        {
            afterNumber = at + 1;
            afterNumber += scan.Word(afterNumber) is "e" or "eme" or "er" or "ieme" ? 1 : 0;
        }
        else if (
            scan.Word(at).EndsWith("ieme", StringComparison.Ordinal)
            || scan.Word(at) is "premier" or "dernier" or "second"
        )
        {
            afterNumber = at + 1;
        }

        if (afterNumber > at && scan.Word(afterNumber) is "etage")
        {
            var side = afterNumber + 1;
            return scan.Word(side) is "gauche" or "droite" ? side + 1 : side;
        }

        if (scan.Word(at) is "rez" && scan.Word(at + 1) is "de" && scan.Word(at + 2) is "chaussee")
        {
            return at + 3;
        }

        // « rue de la paix, au numéro dix ».
        if (
            scan.Word(at) is "numero" or "no"
            && NumberReading.At(scan, at + 1, out var door) is >= 0 and <= 9999
        )
        {
            return door;
        }

        if (!scan.Has(at, WordFlags.AddressPart))
        {
            return i;
        }

        if (scan.Word(at) is "cedex")
        {
            return scan.IsNumber(at + 1) ? at + 2 : at + 1;
        }

        var value = at + 1;
        var isValue =
            value < scan.Tokens.Length
            && scan.Gap(value).Length <= 3
            && (
                scan.IsNumber(value)
                || scan.Tokens[value].Length <= 2
                || scan.Has(value, WordFlags.NumberWord)
                || (scan.StartsWithCapital(value) && scan.Has(at, WordFlags.AddressPart))
            );
        if (!isValue)
        {
            return scan.Word(at) is "bis" or "ter" ? at + 1 : i;
        }

        value++;
        return
            scan.IsNumber(value) != scan.IsNumber(value - 1)
            && value < scan.Tokens.Length
            && scan.Gap(value).IsEmpty
            ? value + 1
            : value;
    }

    private static bool IsNear(scoped in MessageScan scan, int i)
    {
        if (i >= scan.Tokens.Length)
        {
            return false;
        }

        var gap = scan.Gap(i);
        return gap.Length <= 4 && Gaps.IsList(gap) && gap is not ". ";
    }

    /// <summary>« , 37000 Tours », « à Tours », « trente-sept mille Tours » after the street.</summary>
    private static int Town(scoped in MessageScan scan, int end)
    {
        if (!IsNear(scan, end))
        {
            return end;
        }

        var postcode = Postcode(scan, end);
        if (postcode > end)
        {
            return postcode;
        }

        var isIn =
            scan.Word(end) is "a" && scan.Gap(end).IndexOf('.') < 0 && end + 1 < scan.Tokens.Length;
        if (isIn && !scan.Has(end + 1, WordFlags.Ordinary) && !scan.IsNumber(end + 1))
        {
            var town = TownWords(scan, end + 1);
            return town > end + 1 ? town : end;
        }

        // « , Tours » after a comma or a new line, with a capital.
        var isApart = scan.Gap(end).IndexOfAny(",\n") >= 0;
        return
            isApart
            && scan.StartsWithCapital(end)
            && !scan.Has(end, WordFlags.Ordinary)
            && !scan.Tokens[end].IsNumber
            && scan.Info(end).Label is null
            ? TownWords(scan, end)
            : end;
    }

    /// <summary>Five digits and the town after them; digits alone where they are said to be a postcode.</summary>
    private static int Postcode(scoped in MessageScan scan, int i)
    {
        var after = PostcodeEnd(scan, i);
        if (after == i)
        {
            return i;
        }

        var town =
            after < scan.Tokens.Length
            && scan.Gap(after).Length <= 3
            && scan.Gap(after).IndexOfAnyExcept(" -,") < 0
                ? TownWords(scan, after)
                : after;
        var isSaid =
            (scan.Word(i - 1) is "postal" or "cp")
            || (scan.Word(i - 2) is "postal")
            || scan.Word(i - 3) is "postal";
        var isExpected =
            scan.Expected.Contains(DataCategory.Address)
            || scan.Expected.Contains(DataCategory.Location);
        return town > after || isSaid || isExpected ? town : i;
    }

    private static int PostcodeEnd(scoped in MessageScan scan, int i)
    {
        if (scan.Taken[i] || (i > 0 && scan.Gap(i) is "-" or "" or "/" or "."))
        {
            return i;
        }

        if (scan.Tokens[i] is { IsNumber: true, Length: 5 })
        {
            return IsDepartment(scan.Word(i)) ? i + 1 : i;
        }

        if (
            scan.Tokens[i] is { IsNumber: true, Length: 2 }
            && scan.IsNumber(i + 1)
            && scan.Tokens[i + 1].Length == 3
            && scan.Gap(i + 1) is " "
            && IsDepartment(scan.Word(i))
        )
        {
            return i + 2;
        }

        // « Trente-sept mille deux cents ».
        if (
            !scan.Has(i, WordFlags.NumberWord)
            || scan.Channel == TextChannel.Typed && scan.Has(i - 1, WordFlags.NumberWord)
        )
        {
            return i;
        }

        var department = NumberReading.At(scan, i, out var next);
        if (department is < 2 or > 98 || scan.Word(next) is not ("mille" or "mil"))
        {
            return i;
        }

        next++;
        if (scan.Has(next, WordFlags.NumberWord))
        {
            _ = NumberReading.At(scan, next, out next);
        }

        return scan.Has(next, WordFlags.PlainUnit) ? i : next;
    }

    private static bool IsDepartment(ReadOnlySpan<char> digits)
    {
        var department = ((digits[0] - '0') * 10) + digits[1] - '0';
        return department is >= 1 and <= 98;
    }

    private static int TownWords(scoped in MessageScan scan, int from)
    {
        var end = from;
        for (var i = from; i < scan.Tokens.Length && i - from < MaxTownWords; i++)
        {
            var gap = scan.Gap(i);
            if (i > from && (gap.Length > 1 || gap.IndexOfAnyExcept(" -'") >= 0))
            {
                break;
            }

            var isJoined = i > from && gap is "-";
            var info = scan.Info(i);
            if (scan.Tokens[i].IsNumber || scan.Taken[i])
            {
                break;
            }

            if (scan.Word(i) is "cedex")
            {
                return scan.IsNumber(i + 1) && scan.Tokens[i + 1].Length <= 2 ? i + 2 : i + 1;
            }

            if (
                info.Has(WordFlags.Particle)
                || scan.Word(i) is "sur" or "sous" or "en" or "les" or "lez" or "aux"
            )
            {
                continue;
            }

            var isTown =
                isJoined
                || scan.StartsWithCapital(i)
                || !(
                    info.Has(
                        WordFlags.Ordinary
                            | WordFlags.NumberWord
                            | WordFlags.Filler
                            | WordFlags.Personal
                            | WordFlags.PlainUnit
                            | WordFlags.Generic
                            | WordFlags.CareEvent
                    )
                    || info.Health is not null
                    || info.Label is not null
                );
            if (
                !isTown
                || (
                    i > end
                    && end > from
                    && !isJoined
                    && !scan.StartsWithCapital(i)
                    && !scan.Has(i - 1, WordFlags.Particle)
                )
            )
            {
                break;
            }

            end = i + 1;
        }

        return end;
    }

    /// <summary>« BP 123 », « appartement 12, bâtiment C » without a street, where an address is expected.</summary>
    private static int Box(scoped in MessageScan scan, int i)
    {
        if (scan.Word(i) is "bp" && scan.IsNumber(i + 1))
        {
            return i + 2;
        }

        var isDoor =
            scan.Word(i)
                is "appartement"
                    or "appt"
                    or "apt"
                    or "digicode"
                    or "interphone"
                    or "batiment"
                    or "bat"
            && (
                scan.IsNumber(i + 1)
                || (
                    i + 1 < scan.Tokens.Length
                    && scan.Tokens[i + 1].Length == 1
                    && scan.Word(i + 1) is not ("a" or "y" or "l" or "d")
                )
            );
        return
            isDoor
            && !scan.IsGeneric(i)
            && (
                scan.IsPersonal(i)
                || scan.Expected.Contains(DataCategory.Address)
                || NextStreet(scan, Parts(scan, i)) > Parts(scan, i)
            )
            ? Parts(scan, i)
            : i;
    }
}
