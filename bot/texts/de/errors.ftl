## Wenn etwas nicht klappt

error-unavailable = ☁️ Die Smart-Cloud antwortet gerade nicht. Es liegt an der Cloud, nicht an deinem Auto. Versuch es in ein paar Minuten noch einmal.
error-rate-limit = ☁️ Die Smart-Cloud bittet um eine Pause. Ich versuche es später von selbst.
error-rate-limit-until = ☁️ Die Smart-Cloud bittet um eine Pause bis { $at }. Frag mich dann noch einmal.
error-evicted = 🔑 Eine andere App hat die Sitzung dieses Kontos übernommen. Ich trete kurz zurück; frag mich in einer Minute wieder.
error-authentication = 🔑 Die Smart-Cloud nimmt meine Sitzung nicht mehr an. Bitte melde dich mit /login neu an.
error-not-linked = Dieses Auto ist nicht mehr im Smart-Konto. Teile es wieder mit dem Konto und melde dich mit /login neu an.
error-rejected = Smarts Cloud oder das Auto hat abgelehnt. Nichts wurde geändert; sieh nach dem Auto und versuch es gleich noch einmal.
error-busy = Das Auto ist noch mit dem Befehl davor beschäftigt. Es ist nichts geschehen; versuch es gleich noch einmal.
error-unsupported = Dieses Auto kann das nicht. /help zeigt, was ich kann.
error-argument = Dieser Wert geht nicht. Versuch einen anderen.
error-argument-limits = Möglich sind { $minimum } bis { $maximum } in Schritten von { $step }.
error-unexpected = Smarts Cloud hat etwas geantwortet, das ich nicht kenne. Ich habe es notiert; versuch es später noch einmal.
error-other = Bei mir ging etwas schief. Ich habe es notiert; versuch es gleich noch einmal.
