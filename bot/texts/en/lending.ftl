## Lending on Smart's platform

button-lend = 📲 Also in Smart's app
button-adopt = Take that over here
sharing-taken = 📅 <b>That time is taken.</b> { $car } is booked then, so I did not approve { $name }. Cancel that booking first, or decline.
lending-whose-account = 📲 Which e-mail address has that person's Smart account? I delete your message at once and keep the address encrypted.
lending-done = ✅ <b>Invited.</b> Smart's app lends { $car } for that time as soon as the invitation is accepted there. I keep both in step.
lending-not-eligible = 📲 Smart's platform does not take that account ({ $reason }). The booking stays as it is.
lending-unclear = 📲 Smart's platform gave no clear answer. Please look into Smart's app; the booking here stays as it is.
lending-taken = 📅 That time is taken here. Cancel the other booking first.
lending-adopted = ✅ <b>Taken over:</b> { $when }.
booking-news-lending-refused = 📲 <b>Smart's platform did not follow:</b> { $name }, { $car }, { $when }. Please look into Smart's app.
booking-news-lending-ended_there = 📲 <b>In Smart's app this ended:</b> { $name }, { $car }, { $when }. Here it is still booked.
booking-news-lending-other_times = 📲 <b>Smart's app says another time:</b> { $proposed } instead of { $when } for { $name }.
booking-news-lending-only_there = 📲 <b>Somebody uses { $car } by Smart's app:</b> { $acceptor }, { $proposed }. Here it is not booked.
