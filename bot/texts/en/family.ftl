## Who belongs to a car

role-name = { $role ->
    [owner] owner
    [driver] driver
    [young_driver] young driver
   *[guest] guest
 }
family-title = <b>The people of { $car }</b>
family-line = • { $name } · { $role ->
    [owner] owner
    [driver] driver
    [young_driver] young driver
   *[guest] guest
 }{ $state ->
    [paused] , paused
   *[active] { "" }
 }
family-invited = 🔗 { $name } · { $role ->
    [owner] owner
    [driver] driver
    [young_driver] young driver
   *[guest] guest
 }, invited until { $until }
family-which = Which { $name }?
family-gone = That person is not with this car any more.
family-account = { $car } runs on the account of { $name }: that cannot be taken away. /logout there ends it.
family-already = { $name } is { $state ->
    [paused] paused already.
   *[active] active already.
 }
invite-guest-when = 📅 For when? For example "Saturday 10 to 2".
invite-taken-guest = ✅ Welcome { $name }. { $car } is yours { $when }. I answer from half an hour before.
invite-coming = 📅 Your time with { $car }: { $when }. I answer from half an hour before.
invite-withdrawn = The link is not valid any more.
invite-gone = That link was used already, or it is withdrawn.
pause-done = { $name } cannot use { $car } until you resume it.
pause-who = Whose access shall I pause? The people are: { $names }.
resume-done = ✅ { $name } can use { $car } again.
resume-who = Whose access shall I resume? The people are: { $names }.
leave-done = You have left { $car }. Your bookings are cancelled.
leave-account = { $car } runs on your account, so you cannot leave it. /logout ends the session.
leave-last-owner = You are the only owner of { $car }. Hand it over first, for example "Transfer the ownership to Ben".
transfer-offered = 🔑 I asked { $name } to become an owner of { $car } in your place. You stay owner until they accept.
transfer-who = To whom? The people are: { $names }.
transfer-not-active = { $name } has no access that could be raised. Invite them first.
transfer-no-chat = { $name } has never written to me, so I cannot ask them.
transfer-gone = This offer is not valid any more.
transfer-done = 🔑 You are an owner of { $car } now.
transfer-declined = Fine. Everything stays as it is.
family-news-offer = 🔑 <b>{ $by } wants to hand { $car } over to you.</b> You would be an owner and { $by } a driver.
family-news-transferred = 🔑 { $name } is an owner of { $car } now, and you are a driver.
family-news-remove = Your access to { $car } has ended. { $by } removed it.
family-news-pause = Your access to { $car } is paused. { $by } can resume it.
family-news-resume = ✅ Your access to { $car } is back.
family-news-left = { $name } has left { $car }.
young-not-yours = You can command { $car } while a booking of yours runs. Say "Can I have the car" for one.
button-withdraw = Withdraw the link
button-withdraw-of = Withdraw { $name }
button-pause-of = Pause { $name }
button-resume-of = Resume { $name }
button-remove-of = Remove { $name }
button-accept-ownership = 🔑 Become owner
button-decline-ownership = No, thanks
