## Calendriers à suivre, et ceux des autres

calendar-title = 📅 <b>Adresses du calendrier.</b> Qui en connaît une la lit, garde-les pour toi.
calendar-none = 📅 <b>Tu n'as pas encore d'adresse de calendrier.</b> Prends-en une ci-dessous et abonne-toi dans le calendrier de ton téléphone.
calendar-address = • { $name }, lue { $used }
calendar-address-unused = • { $name }, pas encore lue
calendar-imported = Calendriers qui disent quand la voiture est prise : { $count }
calendar-mine = Mes réservations
calendar-of-car = Réservations de { $car }
calendar-of-car-busy = { $car }, seulement quand prise
calendar-made = 📅 <b>{ $name }</b>
    Abonne-toi à cette adresse dans ton calendrier. Je ne peux pas la montrer une deuxième fois ; tu peux la révoquer quand tu veux.
    <code>{ $address }</code>
calendar-revoked = ✅ <b>Révoquée.</b> L'adresse de « { $name } » ne montre plus rien.
calendar-full = Tu as déjà { $most } adresses. Révoques-en une d'abord.
calendar-as-file = 📅 Voici les réservations dans un fichier. Pour une adresse que ton calendrier suit tout seul, le compagnon doit être joignable de l'extérieur (PUBLIC_URL).
calendar-booked = { $name } · { $car }
calendar-asked = { $name } demande { $car }
calendar-taken = { $car } est prise
calendar-import-how = 📅 Envoie l'adresse derrière la commande : /calendar_import https://…
    Ses heures comptent alors comme prises.
calendar-import-refused = 📅 Je ne peux pas lire cette adresse. Elle doit être publique et commencer par https:// (ou webcal://).
calendar-import-full = Cette voiture a déjà { $most } calendriers extérieurs. Retires-en un dans /calendar d'abord.
calendar-import-kept = ✅ <b>C'est noté.</b> Je le lis dans un instant, puis toutes les trois heures ; ses heures comptent comme prises pour { $car }. J'ai supprimé ton message, car l'adresse est une clé.
calendar-dropped = ✅ <b>Oublié.</b> Ses heures ne comptent plus.
button-calendar-revoke = Révoquer : { $name }
button-calendar-drop = Oublier le calendrier { $number }
calendar-foreign = un autre calendrier
