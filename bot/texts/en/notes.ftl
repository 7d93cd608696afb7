## Voice notes, and what was only heard

heard-ask = I heard: <b>{ $wish }</b>. Shall I?
heard-ask-car = I heard: <b>{ $wish }</b> · { $car }. Shall I?
heard-yes = ✅ Yes, do it
heard-yes-is-no-tap = That needs a tap on the button: by voice alone I do not touch anything.
heard-secret = ⌨️ Please type that. I take no passwords, e-mail addresses or PINs by voice.

heard-words = 🎙 “{ $words }”
voice-none = 🎙 I cannot listen to voice notes here. Please write it, or dictate it with your keyboard's microphone.
voice-not-heard = 🎙 I heard no words in it. Say it again a little slower, or write it.
voice-broken = 🎙 I cannot play that recording. Please record it again, or write it.
voice-too-long = 🎙 That is too long for me: up to a minute and 1 MB. One sentence is best.
voice-busy = 🎙 One after the other, please: I am still listening to your other notes.
voice-slow = 🎙 Listening took too long, so I stopped. Please write it this time.
voice-missing = 🎙 What listens for me does not answer. Please write it; whoever runs this bot can ask “smartbot doctor”.
voice-failed = 🎙 That went wrong while I listened. Please try again, or write it.
voice-other-sound = 🎙 I listen to voice notes, not to videos or sound files. Hold the microphone and say one sentence, or write it.
voice_replies = Voice replies
voice-replies-ask = 🎙 Shall I also speak my answers to your voice notes?
voice-replies-on = 🎙 I speak my answers to your voice notes now, here in our private chat.
voice-replies-off = I answer in writing only.
button-voice-on = Speak
button-voice-off = Only write
mode-on = on
mode-off = off
spoken-units = °C=degrees/degree|km/h=kilometres an hour|kWh=kilowatt hours/kilowatt hour|kW=kilowatts/kilowatt|km=kilometres/kilometre|%=percent|min=minutes/minute|h=hours/hour|d=days/day|m=metres/metre|V=volts/volt|mi=miles/mile|mph=miles an hour|€=euros/euro|£=pounds/pound|€/kWh=euros a kilowatt hour|£/kWh=pounds a kilowatt hour|bar=bar|psi=psi|→=to
